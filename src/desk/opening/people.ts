/** People: name, address, post, unit. Each is invited by a mail of his own; without mail the links are shown once. */
import { moi } from '../../actions/moi.ts'
import { query, sql } from '../../database/sql.ts'
import { issuesOf } from '../../messages/refusal.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { mayInvite } from '../../policy/people/invitation.ts'
import { pastedPeople, type PastedPerson } from '../../policy/people/pastedPeople.ts'
import { html } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import type { Item } from './listed.ts'
import { listRoom } from './list.ts'

type Invited = Item & { person: PastedPerson; donViId: number | null }

async function unitsByName(visit: Visit): Promise<Map<string, number>> {
  const rows = await query<{ id: number; ten: string | null }>(await visit.own(), sql`select id, ten from don_vi`)
  return new Map(rows.map((row) => [(row.ten ?? '').normalize('NFC').toLocaleLowerCase('vi'), Number(row.id)]))
}

/** The list was sent twice at once: a thumb pressed twice, a line that came back. */
function invitedMeanwhile(error: unknown): null {
  if (!issuesOf(error)?.some(({ code }) => code === 'EMAIL_TAKEN')) throw error
  return null
}

export const people = listRoom<Invited>({
  key: 'nguoi',
  ten: 'người',
  cot: ['Họ và tên', 'Thư điện tử', 'Chức vụ', 'Đơn vị'],
  most: 2000,
  cua: { laCua: mayInvite, viec: 'Mời người vào làm việc là việc của người phát ngôn hoặc quản trị kỹ thuật.' },
  huongDan: async () =>
    html`<p>
      Các cột: họ và tên, thư điện tử, chức vụ, đơn vị. Có dòng tiêu đề hay không đều được. Thêm cột “Vai trò” nếu muốn xin vai trò biên tập, duyệt, văn thư, đầu mối; người
      phát ngôn cấp các vai trò duyệt.
    </p>`,
  mau: async () => '',
  coRoi: html`Ai chưa nhận được lời mời, hoặc đường dẫn của họ đã mất: mở
    <a href="/admin/collections/nguoi-dung">danh sách người dùng</a>, chọn người đó rồi bấm “Gửi lại lời mời”.`,
  judge: async (visit, rows) => {
    const units = await unitsByName(visit)
    const persons = pastedPeople(rows)
    const known = await query<{ email: string }>(await visit.own(), sql`select email from nguoi_dung`)
    const there = new Set(known.map((row) => row.email))
    return persons.map((person): Invited => {
      const id = person.donVi === '' ? null : (units.get(person.donVi.toLocaleLowerCase('vi')) ?? undefined)
      const issues: Issue[] = [...person.issues, ...(id === undefined ? [issue('UNIT_UNKNOWN', 'donVi', { ten: person.donVi })] : [])]
      const o = [person.hoTen, person.email, person.chucVu, person.donVi]
      return { dong: person.dong, o, issues, there: there.has(person.email), person, donViId: id ?? null }
    })
  },
  add: async (visit, { person, donViId }) => {
    const { hoTen, email, chucVu, vaiTro } = person
    const made = await moi(await visit.own(), { hoTen, email, chucVu, donVi: donViId, vaiTro: [vaiTro] }).catch(invitedMeanwhile)
    if (made === null) return { daCo: true }
    const { thuGui, lienKet } = made
    return thuGui ? {} : { hien: `Chưa gửi được thư. Hãy chuyển đường dẫn này cho người đó: ${lienKet}` }
  },
})
