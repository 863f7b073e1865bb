import { AdminProblem } from '#components/admin/admin-problem.tsx'

export default function NotFound() {
  return <AdminProblem kind="nothing" />
}
