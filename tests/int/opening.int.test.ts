/** A school without demo data is opened at the desk, without a script: from two accounts to a site that readers see. */
import { beforeAll, describe, expect, it } from 'vitest'
import { bareSchool, CONSOLE_PASSWORD, firstAccounts, PRINCIPAL, TECHNICIAN } from '../support/bareSchool.ts'
import { DeskClient } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool(bareSchool)
let principal: DeskClient
beforeAll(async () => {
  await firstAccounts(school.payload)
  principal = new DeskClient(school.url)
  const home = await principal.signIn(PRINCIPAL, CONSOLE_PASSWORD)
  expect([home.status, home.location]).toEqual([200, '/lam-viec'])
  expect(home.text).toContain('Trang chưa khai trương')
})
const legal = {
  coQuanChuQuan: 'UBND phường Thử',
  diaChi: 'Bản Thử',
  dienThoai: '0215 000 000',
  email: 'vanthu@truong.example',
  nguoiChiuTrachNhiem: 'Lò Văn Thử',
}
const at = (step: string): string => `/lam-viec/khai-truong/${step}`

describe('the opening of a school', () => {
  it('begins with a choice of five presets, each shown whole, and can be changed', async () => {
    const page = await principal.open(at('loai'))
    expect(page.text.match(/name="preset"/g)).toHaveLength(5)
    expect((await principal.post(at('loai'), { preset: 'la-lung' })).status).toBe(422)
    await principal.fill(page, { preset: 'muong-muon-2024' })
    const next = await principal.fill(await principal.open(at('loai')), { preset: 'thanh-truong-2020' })
    expect([next.status, next.location]).toEqual([200, '/lam-viec/khai-truong/nhan-dien?da=mau'])
    expect((await principal.open('/lam-viec/khai-truong')).text).toContain('Trường TH-THCS Thanh Trường')
  })

  it('takes the identity, and names a colour that would do in place of a faint one', async () => {
    const page = await principal.open(at('nhan-dien'))
    const faint = await principal.fill(page, { tenTruong: 'Trường Thử', mauChinh: '#ffff00' })
    expect(faint.status).toBe(422)
    expect(faint.text).toMatch(/quá nhạt[^#]*#[0-9a-f]{6}/)
    expect(faint.text).toContain('value="Trường Thử"')
    const saved = await principal.fill(page, { tenTruong: 'Trường TH-THCS Thử Nghiệm', khauHieu: 'Dạy tốt, học tốt' })
    expect(saved.location).toBe('/lam-viec/khai-truong/don-vi?da=luu')
    expect((await principal.open(at('nhan-dien'))).text).toContain('value="Trường TH-THCS Thử Nghiệm"')
  })

  it('takes units from a pasted list, shows it before, and passes over what is there', async () => {
    const page = await principal.open(at('don-vi'))
    const list = '1. Ban giám hiệu\r\nTổ truyền thông\rKhối 1\tKhối\n“Lạ”\tLoại không có\n6A1\tLớp\tKhối 6\nKhối 1'
    const shown = await principal.fill(page, { ds: list })
    expect([shown.status, shown.text.match(/Sẽ thêm/g)?.length]).toEqual([200, 3])
    const added = await principal.fill(shown)
    expect(added.text).toContain('Đã thêm 3 đơn vị')
    const { rows } = await school.owner.query('select ten, loai::text from don_vi order by id')
    expect(rows).toEqual([
      { ten: 'Ban giám hiệu', loai: 'lanhDao' },
      { ten: 'Tổ truyền thông', loai: 'toTruyenThong' },
      { ten: 'Khối 1', loai: 'khoi' },
    ])
    const again = await principal.fill(page, { ds: list })
    expect(again.text).not.toContain('Sẽ thêm')
  })

  it('invites people, and shows a link once where no mail goes out', async () => {
    const page = await principal.open(at('nguoi'))
    const list =
      'TT\tHọ và tên\tEmail\tĐơn vị\n1\tQuàng Văn Một\tmot@truong.example\tTổ truyền thông\n2\tLò Thị Hai\t\t\n3\tCà Văn Ba\tMOT@truong.example\t\n4\tVì Thị Bốn\tbon@truong.example\tTổ Lạ'
    const shown = await principal.fill(page, { ds: list })
    expect(shown.text).toContain('Sẽ thêm')
    const added = await principal.fill(shown)
    expect(added.text).toContain('Đã thêm 1 người')
    expect(added.text).toMatch(/\/lam-viec\/nhan-loi#\S+/)
    const { rows } = await school.owner.query(`select ho_ten, email from nguoi_dung where email not in ($1, $2)`, [PRINCIPAL, TECHNICIAN])
    expect(rows).toEqual([{ ho_ten: 'Quàng Văn Một', email: 'mot@truong.example' }])
  })

  it('takes the plan’s topics with two taps', async () => {
    const added = await principal.fill(await principal.fill(await principal.open(at('chu-de'))))
    expect(added.text).toContain('Đã thêm 18 chủ đề')
  })

  it('says what the foot of the page lacks, and takes it', async () => {
    const page = await principal.open(at('chan-trang'))
    const refused = await principal.fill(page, { diaChi: 'Bản Thử' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Chưa làm được vì 4 điều')
    expect(refused.text).toContain('value="Bản Thử"')
    expect((await principal.fill(page, legal)).location).toBe('/lam-viec/khai-truong/trinh?da=luu')
  })

  it('puts nobody’s words away in silence: who saves second sees what the first wrote, and chooses', async () => {
    const other = new DeskClient(school.url)
    await other.signIn(PRINCIPAL, CONSOLE_PASSWORD)
    const [first, second] = [await principal.open(at('chan-trang')), await other.open(at('chan-trang'))]
    expect((await principal.fill(first, { diaChi: 'Bản Một' })).status).toBe(200)
    const stale = await other.fill(second, { diaChi: 'Bản Hai' })
    expect([stale.status, stale.text.includes('Đang lưu: Bản Một'), stale.text.includes('value="Bản Hai"')]).toEqual([409, true, true])
    const { rows } = await school.owner.query('select dia_chi from cai_dat')
    expect(rows[0].dia_chi).toBe('Bản Một')
    expect((await other.fill(stale, { diaChi: 'Bản Thử' })).location).toBe('/lam-viec/khai-truong/trinh?da=luu')
    // A form that says nothing of what it saw is one that saw nothing.
    expect((await other.post(at('chan-trang'), { ...legal, diaChi: 'Bản Ba' })).status).toBe(409)
  })

  it('goes through the gate as one bundle, decided at once, by the exception that is marked', async () => {
    expect((await school.visitor.get('/')).text).not.toContain('Thử Nghiệm')
    const bundle = await principal.fill(await principal.open(at('trinh')))
    expect(bundle.location).toMatch(/^\/lam-viec\/goi\/\d+\?da=trinh$/)
    expect(bundle.text.match(/name="banTrinh"/g)).toHaveLength(22)
    expect(bundle.text).toContain('vì chưa có ai khác')
    const done = await principal.fill(bundle)
    expect(done.text).toContain('22 nội dung đã duyệt.')
    const site = await school.visitor.get('/')
    expect(site.text).toContain('Trường TH-THCS Thử Nghiệm')
    expect(site.text).toContain('UBND phường Thử')
    expect((await school.visitor.get('/chu-de/ve-giao-duc-the-chat')).status).toBe(200)
    const { rows } = await school.owner.query(
      `select count(*)::int as n from nhat_ky where hanh_dong = 'dang' and chi_tiet::jsonb ->> 'ngoaiLe' = 'motLanhDao'`,
    )
    expect(rows[0].n).toBe(22)
    expect((await principal.open('/lam-viec')).text).not.toContain('chưa khai trương')
  })
})

describe('a site that is open', () => {
  it('changes no regulation from a preset any more; the chain of the preset takes the place of the one step, once', async () => {
    const points = async (): Promise<unknown> =>
      (await school.owner.query('select preset, count(k.*)::int as n from quy_che, quy_che_kiem_tra k group by preset')).rows
    const before = await points()
    const refused = await principal.post(at('loai'), { preset: 'tran-can-2023' })
    expect([refused.status, refused.text.includes('đổi mẫu sẽ thay cả quy chế')]).toEqual([409, true])
    expect((await principal.open(at('loai'))).text).not.toContain('name="preset"')
    expect(await points()).toEqual(before)
  })

  it('offers again what was changed at the desk after readers had it', async () => {
    expect((await principal.open(at('trinh'))).text).not.toContain('value="cai-dat/')
    await principal.fill(await principal.open(at('chan-trang')), { dienThoai: '0215 000 001' })
    expect((await principal.open(at('trinh'))).text).toContain('value="cai-dat/')
  })

  it('refuses, in words, what a right is missing for', async () => {
    const technician = new DeskClient(school.url)
    await technician.signIn(TECHNICIAN, CONSOLE_PASSWORD)
    const refused = await technician.post(at('nhan-dien'), { tenTruong: 'Trường khác', khauHieu: '' })
    expect([refused.status, refused.text.includes('Vai trò của bạn không làm được việc này')]).toEqual([403, true])
    expect((await technician.post(at('don-vi'), { ds: 'Khối 9', viec: 'them' })).text).toContain('Vai trò của bạn không làm được việc này')
  })

  it('shows no draft to whoever runs accounts, and submits what was chosen and nothing else', async () => {
    const technician = new DeskClient(school.url)
    await technician.signIn(TECHNICIAN, CONSOLE_PASSWORD)
    await principal.fill(await principal.fill(await principal.open(at('chu-de')), { ds: 'Chủ đề kín\nChủ đề hai' }))
    const page = await principal.open(at('trinh'))
    expect(page.text.match(/name="muc"/g)).toHaveLength(3)
    expect((await technician.open(at('trinh'))).text).not.toContain('Chủ đề kín')
    expect((await technician.post(at('trinh'), { muc: 'chu-de/1/1' })).status).toBe(403)
    expect((await principal.post(at('trinh'), {})).text).toContain('Chưa chọn mục nào')
    const [, one] = /value="(chu-de\/\d+\/\d+)"/.exec(page.text)!
    // The exception was the opening's: what she typed alone waits for somebody else, or for a regulation she decides with it.
    expect((await principal.post(at('trinh'), { muc: one! })).text).toContain('Chưa trình được 1 mục')
    const quyChe = { buoc: [{ ma: 'rieng', ten: 'Duyệt', vaiTro: 'nguoiPhatNgon' }], motLanhDao: true }
    const decided = await principal.send('/api/globals/quy-che', {
      method: 'POST',
      body: JSON.stringify(quyChe),
      headers: { 'content-type': 'application/json' },
    })
    expect([decided.status, decided.text.slice(0, 300)]).toEqual([200, expect.any(String)])
    const bundle = await principal.post(at('trinh'), { muc: one! })
    expect(bundle.text.match(/name="banTrinh"/g)).toHaveLength(1)
    // What waits is not taken into another bundle.
    expect((await principal.open(at('trinh'))).text.match(/name="muc"/g)).toHaveLength(2)
  })
})

describe('the desk', () => {
  it('asks a stranger to sign in and shows him nothing', async () => {
    const stranger = new DeskClient(school.url)
    for (const path of ['/lam-viec', at('loai'), '/lam-viec/goi/1']) {
      const page = await stranger.open(path)
      expect([page.status, page.text.includes('Đăng nhập'), page.text.includes('preset')]).toEqual([200, true, false])
    }
    expect((await stranger.post('/lam-viec/dang-nhap', { email: PRINCIPAL, password: 'sai mat khau nay' })).text).toContain('chưa đúng')
    expect(stranger.cookies.size).toBe(0)
  })

  it('takes no form from elsewhere, a sister site’s neither, and none from who says nothing', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://la.example' },
      { origin: 'null' },
    ]
    for (const headers of foreign) {
      const answer = await principal.post(at('loai'), { preset: 'tran-can-2023' }, headers)
      expect([headers, answer.status]).toEqual([headers, 403])
    }
    const silent = await fetch(school.url + at('loai'), {
      method: 'POST',
      body: new URLSearchParams({ preset: 'tran-can-2023' }),
      headers: { cookie: [...principal.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
    })
    expect(silent.status).toBe(403)
    expect((await principal.open('/lam-viec/khai-truong')).text).toContain('Thanh Trường')
  })

  it('keeps what was typed when a session ended, and shows it again after the sign-in', async () => {
    const other = new DeskClient(school.url)
    await other.signIn(PRINCIPAL, CONSOLE_PASSWORD)
    const page = await other.open(at('chan-trang'))
    other.cookies.delete('payload-token')
    const asked = await other.fill(page, { diaChi: 'Dòng một\nDòng hai & <b>', email: 'khac@truong.example' })
    expect([asked.status, asked.text.includes('Những gì bạn vừa gõ vẫn còn')]).toEqual([401, true])
    const again = await other.fill(asked, { email: PRINCIPAL, password: CONSOLE_PASSWORD })
    expect(again.text).toContain('Bạn đã đăng nhập lại')
    expect(again.text).toContain('value="Dòng một\nDòng hai &amp; &lt;b&gt;"')
    expect(again.text).toContain('value="khac@truong.example"')
    const { rows } = await school.owner.query('select dia_chi from cai_dat')
    expect(rows[0].dia_chi).toBe('Bản Thử')
    // Of a page whose address names what it is about too.
    await principal.open('/lam-viec')
    const goi = (await school.owner.query('select max(id)::int as id from goi_trinh')).rows[0].id as number
    other.cookies.delete('payload-token')
    const lost = await other.post(`/lam-viec/goi/${goi}`, { lyDo: 'Lời chưa gửi' })
    expect((await other.fill(lost, { email: PRINCIPAL, password: CONSOLE_PASSWORD })).text).toContain('Lời chưa gửi')
  })

  it('bounds what it reads, and goes back to its own pages alone', async () => {
    const large = await principal.post(at('don-vi'), { ds: 'x'.repeat(2_100_000) })
    expect(large.status).toBe(413)
    const stranger = new DeskClient(school.url)
    expect((await stranger.post(at('don-vi'), { ds: 'x'.repeat(500_000) })).status).toBe(413)
    // Letters nobody knows, of the whole form and of a part of it: a broken form, and the service goes on.
    for (const [type, body] of [
      ['application/x-www-form-urlencoded; charset=xyz', 'email=a&password=b'],
      ['application/x-www-form-urlencoded; charset=utf-16le', 'email=a&password=b'],
      ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="email"\r\nContent-Type: text/plain; charset=xyz\r\n\r\nabc\r\n--a--'],
    ] as const)
      expect((await stranger.send('/lam-viec/dang-nhap', { method: 'POST', body, headers: { 'content-type': type } })).status).toBe(400)
    for (const ve of ['https://la.example/', '//la.example', '/lam-viec/../admin', '/admin']) {
      const other = new DeskClient(school.url)
      expect((await other.post('/lam-viec/dang-nhap', { email: PRINCIPAL, password: CONSOLE_PASSWORD, ve })).location).toBe('/lam-viec')
    }
  })

  it('shows its rooms to nobody who has no part in them', async () => {
    expect((await principal.open('/lam-viec/khong-co')).status).toBe(404)
    expect((await principal.open('/lam-viec/goi/999')).status).toBe(404)
    expect((await principal.open('/lam-viec')).headers.get('content-security-policy')).not.toContain('unsafe-inline')
  })
})

describe('more than a list shows at once', () => {
  const many = Array.from({ length: 130 }, (_none, i) => `Việc thứ ${i + 1} trong năm`).join('\n')

  it('is known whole: sent again, nothing of it is added again', async () => {
    let page = await principal.fill(await principal.fill(await principal.open(at('chu-de')), { ds: many }))
    while (page.text.includes('Thêm tiếp')) page = await principal.fill(page)
    const again = await principal.fill(await principal.open(at('chu-de')), { ds: many })
    expect(again.text).toContain('Đọc được 130 dòng: 0 sẽ thêm, 130 đã có')
  })

  it('is submitted, found on the approver’s page, read whole and decided', async () => {
    const bundle = await principal.fill(await principal.open(at('trinh')))
    expect(bundle.text.match(/name="banTrinh"/g)!.length).toBeGreaterThanOrEqual(130)
    const home = await principal.open('/lam-viec')
    expect([home.status, home.text.includes('Việc thứ 1 trong năm')]).toEqual([200, false])
    let [page, rounds] = [bundle, 0]
    while (page.text.includes('name="banTrinh"') && rounds < 10) {
      await principal.fill(page)
      page = await principal.open(bundle.location!.split('?')[0]!)
      rounds += 1
    }
    const { rows } = await school.owner.query(`select count(*)::int as n from ban_dang where bo_suu_tap = 'chu-de' and tieu_de like 'Việc thứ %'`)
    expect(rows[0].n).toBe(130)
  }, 180_000)
})
