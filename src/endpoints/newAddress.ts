/** `/api/nguoi-dung/xac-nhan-dia-chi`: the page a mailed link opens, and what its button sends. The link alone does nothing: mail scanners open it too. */
import { createHash } from 'node:crypto'
import type { Endpoint } from 'payload'
import { doiDiaChi } from '../actions/doiDiaChi.ts'
import { readBody } from './body.ts'
import { guarded } from './guarded.ts'

const SCRIPT = `
const [nut, loi] = [document.querySelector('button'), document.querySelector('[role=status]')]
nut.addEventListener('click', async () => {
  nut.disabled = true
  try {
    const tra = await fetch(location.pathname, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token: location.hash.slice(1) }) })
    const than = await tra.json()
    loi.textContent = tra.ok ? 'Đã xác nhận. Từ nay bạn đăng nhập bằng địa chỉ ' + than.email + '.' : than.errors.map((e) => e.message).join(' ')
    nut.hidden = tra.ok
  } catch { loi.textContent = 'Chưa gửi được. Hãy kiểm tra đường mạng rồi bấm lại.' }
  nut.disabled = false
})`
const STYLE =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:10vh auto;padding:0 1rem}button{font:inherit;padding:.75rem 1.25rem;min-height:44px}'
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const POLICY = `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(STYLE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>Xác nhận địa chỉ thư</title><style>${STYLE}</style></head><body><main><h1>Xác nhận địa chỉ thư</h1><p>Bấm nút dưới đây để từ nay dùng địa chỉ này đăng nhập và nhận thư.</p><p><button type="button">Xác nhận địa chỉ</button></p><p role="status"></p><noscript><p>Trang này cần JavaScript để gửi xác nhận.</p></noscript></main><script>${SCRIPT}</script></body></html>`
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}

export const newAddressEndpoints: Endpoint[] = [
  { path: '/xac-nhan-dia-chi', method: 'get', handler: () => new Response(PAGE, { headers: HEADERS }) },
  {
    path: '/xac-nhan-dia-chi',
    method: 'post',
    handler: guarded(async (req) => Response.json(await doiDiaChi(req, (await readBody(req)).token))),
  },
]
