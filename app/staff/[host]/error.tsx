'use client'

import { AdminProblem } from '#components/admin/admin-problem.tsx'

export default function StaffError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return <AdminProblem kind="failed" retry={reset} />
}
