import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { hoshiLegal } from './legal/hoshi.ts'

/** Tokyo, quiet: indigo night, one gold star, one vermilion seal, Mincho and a lot of air. */
export const hoshi: ResellerConfig = {
  name: 'ホシチケット',
  hosts: ['hoshi.localhost'],
  locale: 'ja-JP',
  locales: ['ja-JP', 'en-GB'],
  currency: 'JPY',
  timeZone: 'Asia/Tokyo',
  theme: {
    scheme: 'dark',
    colours: {
      background: '#0d1730',
      surface: '#162243',
      text: '#f4efe3',
      mutedText: '#abb5cc',
      border: '#2d3b62',
      primary: '#f0c453',
      onPrimary: '#1c1300',
      accent: '#ff7d5e',
      onAccent: '#2a0600',
      positive: '#78d6a6',
      warning: '#f3b95a',
      negative: '#ff928a',
    },
    fonts: { display: 'shippori-mincho', body: 'zen-kaku-gothic-new' },
    radius: 'small',
    density: 'comfortable',
    style: 'minimal',
  },
  logo: { wordmark: 'ホシ', mark: 'star' },
  texts: {
    tagline: '今夜の一席を、あなたに。',
    description: '音楽、演劇、伝統芸能のチケットサイト。座席図から席を選び、手数料込みの総額でお求めいただけます。',
    holdNotice: 'お選びいただいた席は、残り時間のあいだ確保されています。',
  },
  home: [
    {
      type: 'hero',
      title: '夜空のどこかに、あなたの席がある',
      text: '東京・大阪・京都・札幌の舞台とライブを、総額表示でご案内します。',
    },
    {
      type: 'featured',
      title: '注目の公演',
      showIds: ['yoru-no-suizokukan', 'tsukiakari-no-kitsune', 'halogen-saints-tokyo'],
    },
    { type: 'upcoming', title: 'これからの公演' },
    {
      type: 'text',
      title: '座席図は、いま、この瞬間のもの',
      text: 'どこかで席が売れると、座席図にもすぐに反映されます。席を選んだら10分間お取り置きし、必要なら延長もできます。\n\n表示価格は手数料を含む総額です。車いすでのご来場、介助が必要な方は、お気軽にお問い合わせください。',
    },
  ],
  navigation: [
    { label: '公演一覧', href: '/shows' },
    { label: '音楽', href: '/shows?category=concert' },
    { label: '演劇', href: '/shows?category=theatre' },
    { label: 'ファミリー', href: '/shows?category=family' },
  ],
  footer: {
    text: '株式会社ホシチケットは、各公演の主催者に代わりチケットを販売しています。',
    links: [
      { label: '公演一覧', href: '/shows' },
      { label: 'お問い合わせ', href: 'mailto:support@hoshi.example' },
    ],
  },
  support: { email: 'support@hoshi.example', phone: '03-5550-0142' },
  ...hoshiLegal['ja-JP'],
  translations: {
    'en-GB': {
      ...hoshiLegal['en-GB'],
      texts: {
        tagline: 'One seat tonight, and it is yours.',
        description:
          'Tickets for music, theatre and the traditional stage in Japan. Pick your seat on the plan and pay the total you see, fees included.',
        holdNotice: 'The seats you chose are kept for you while the time runs.',
      },
      home: [
        {
          title: 'Somewhere in the night sky is a seat of yours',
          text: 'Stages and concerts in Tokyo, Osaka, Kyoto and Sapporo, always at the full price.',
        },
        { title: 'In the spotlight' },
        { title: 'Coming up' },
        {
          title: 'The seating plan is this very moment',
          text: 'When a seat is sold anywhere, the plan shows it at once. Choose yours and we keep it for ten minutes; if you need longer, extend it.\n\nPrices are totals, fees included. If you come in a wheelchair or need assistance, please get in touch.',
        },
      ],
      navigation: ['All shows', 'Music', 'Theatre', 'Family'],
      footer: {
        text: 'Hoshi Ticket Inc. sells tickets on behalf of the organiser of each show.',
        links: ['All shows', 'Contact'],
      },
    },
  },
  live: { soldBanner: true, viewers: true },
}
