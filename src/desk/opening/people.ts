/** People: name, address, post, unit. Each is invited by a mail of his own; without mail the links are shown once. */
import { moi } from '../../actions/moi.ts'
import { query, sql } from '../../database/sql.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { VAI_TRO_LABELS } from '../../messages/record.ts'
import { issuesOf } from '../../messages/refusal.ts'
import type { Issue } from '../../policy/issues.ts'
import { inviteeOf, inviteIssues, mayInvite } from '../../policy/people/invitation.ts'
import { pastedPeople, type PastedPerson } from '../../policy/people/pastedPeople.ts'
import { html } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import type { Item } from './listed.ts'
import { knownUnits, unitNamed } from './knownUnits.ts'
import { listRoom } from './list.ts'

type Invited = Item & { person: PastedPerson; donViId: number | null }

function inviteeFaults({ actor }: Visit, person: PastedPerson, domains: readonly string[]): Issue[] {
  const { person: invitee, issues } = inviteeOf({ hoTen: person.hoTen, email: person.email, chucVu: person.chucVu, vaiTro: person.vaiTro })
  return issues.length > 0 ? issues : inviteIssues(actor, invitee, domains)
}

/** The list was sent twice at once: a thumb pressed twice, a line that came back. */
function invitedMeanwhile(error: unknown): null {
  if (!issuesOf(error)?.some(({ code }) => code === 'EMAIL_TAKEN')) throw error
  return null
}

export const people = listRoom<Invited>({
  key: 'nguoi',
  ten: 'người',
  cot: ['Họ và tên', 'Thư điện tử', 'Chức vụ', 'Đơn vị', 'Vai trò'],
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
    const units = await knownUnits(await visit.own())
    const { tenMienEmail } = await readQuyChe(await visit.own())
    const persons = pastedPeople(rows)
    const known = await query<{ email: string }>(await visit.own(), sql`select email from nguoi_dung`)
    const there = new Set(known.map((row) => row.email))
    return persons.map((person): Invited => {
      const unit = person.donVi === '' ? null : unitNamed(units, person.donVi, 'donVi')
      const id = unit !== null && 'id' in unit ? unit.id : null
      // What adding would refuse is said before; a row that is wrong by itself is not judged twice.
      const invited = person.issues.length > 0 ? [] : inviteeFaults(visit, person, tenMienEmail)
      const issues: Issue[] = [...person.issues, ...invited, ...(unit !== null && 'issue' in unit ? [unit.issue] : [])]
      const vaiTro = person.vaiTro.map((role) => VAI_TRO_LABELS[role].vi).join(', ')
      const o = [person.hoTen, person.email, person.chucVu, person.donVi, vaiTro]
      return { dong: person.dong, o, issues, there: there.has(person.email), person, donViId: id }
    })
  },
  add: async (visit, { person, donViId }) => {
    const { hoTen, email, chucVu, vaiTro } = person
    const made = await moi(await visit.own(), { hoTen, email, chucVu, donVi: donViId, vaiTro }).catch(invitedMeanwhile)
    if (made === null) return { daCo: true }
    const { thuGui, lienKet } = made
    return thuGui ? {} : { hien: `Chưa gửi được thư. Hãy chuyển đường dẫn này cho người đó: ${lienKet}` }
  },
})
