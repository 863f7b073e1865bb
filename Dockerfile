# One image for all our programs; the command says which:
#   docker build -t marquee .
#   docker run marquee node worker/main.ts
#   docker run marquee node --max-semi-space-size=4 realtime-server/main.ts node        (or: balancer)
#   docker run marquee node realtime-server/main.ts dispatcher   (or: console)
#   docker run marquee node dev/migrate.ts                       (before a new version starts)
# Without a command it is the storefront. Every program says what its environment lacks and leaves.

FROM node:24-slim AS packages
WORKDIR /marquee
COPY package.json package-lock.json ./
# The Node that npm brings is for machines without one.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-*

FROM node:24-slim AS build
WORKDIR /marquee
COPY package.json package-lock.json ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN node dev/build/main.ts

FROM node:24-slim
WORKDIR /marquee
ENV NODE_ENV=production NODE_OPTIONS=--disable-warning=TimeoutNegativeWarning
COPY --from=packages /marquee/node_modules ./node_modules
COPY --from=build /marquee/generated ./generated
COPY --from=build /marquee/public ./public
COPY --from=build /marquee/.next ./.next
COPY package.json next.config.ts proxy.ts tsconfig.json ./
COPY contracts ./contracts
COPY lib ./lib
COPY platform ./platform
COPY prisma/migrations ./prisma/migrations
COPY dev/migrate.ts ./dev/migrate.ts
COPY dev/migrations/apply.ts dev/migrations/plan.ts ./dev/migrations/
COPY dev/services/clear-line.ts ./dev/services/
COPY realtime-server ./realtime-server
COPY worker ./worker
USER node
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "-p", "3000", "--keepAliveTimeout", "70000"]
