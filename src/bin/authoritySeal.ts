/** `npm run authority:seal`: after an upgrade, the spokesperson confirms at the console who holds which authority. */
import { niemPhong } from '../actions/niemPhong.ts'
import { needsSeal, readStanding } from '../record/authority/seal.ts'
import { atConsole } from './console.ts'

atConsole(async ({ ask, say, request }) => {
  const req = await request()
  if (!(await needsSeal(req))) return say('Quyền trong hệ thống đã được ghi sổ có chữ ký. Không cần làm gì thêm.')
  const standing = await readStanding(req)
  say('Những người đang giữ quyền, theo cơ sở dữ liệu:')
  for (const n of standing.nguoi) if (n.mo) say(`  ${n.ten} – ${n.chucVu || 'chưa ghi chức vụ'}: ${n.vaiTro.join(', ') || 'không có vai trò'}`)
  for (const u of standing.uyQuyen)
    if (!u.het) say(`  Uỷ quyền số ${u.id}: người ${u.nguoiUyQuyen} cho người ${u.nguoiDuocUyQuyen}, phạm vi ${u.phamVi}, đến ${u.denNgay}`)
  say('Hãy để người phát ngôn đọc danh sách này. Từ đây, mọi thay đổi quyền đều phải có chữ ký nối về dòng này.')
  if ((await ask('Gõ “đồng ý” để ghi sổ: ')).normalize('NFC').toLowerCase() !== 'đồng ý') throw new Error('Chưa xác nhận. Chưa có gì thay đổi.')
  await niemPhong(await request(), standing)
  say('Đã ghi sổ. Duyệt và đăng hoạt động lại bình thường.')
})
