/** Takes a story through the gate over HTTP, as its people do. */
import { toLexical } from '../src/demo/lexical.ts'
import { tranCan2023 } from '../src/presets/tranCan2023.ts'
import { client, type Answer } from '../tests/support/client.ts'
import type { Served } from './schools.ts'
import { story } from './words.ts'

const CHECKED = Object.fromEntries(tranCan2023.kiemTra.map((k) => [k.ma, 'dat']))

function must(answer: Answer, what: string, status = 200): Answer {
  if (answer.status !== status) throw new Error(`${what}: expected ${status}, received ${answer.status} ${answer.text.slice(0, 300)}`)
  return answer
}

/** Answers with a function that publishes a story of this title and answers with its slug once the approval is acknowledged. */
export async function publisher({ url, db }: Served): Promise<(tieuDe: string, n: number) => Promise<string>> {
  const visitor = client(url, null)
  const [teacher, office, deputy] = await Promise.all((['giaovien', 'vanphong', 'phohieutruong'] as const).map((who) => visitor.login(who)))
  const named = async (slug: string): Promise<number> =>
    Number((await db.query(`select tai_lieu from ban_dang where bo_suu_tap = $1 and ket_thuc_luc is null order by id limit 1`, [slug])).rows[0]!.tai_lieu)
  const chuDe = await named('chu-de')
  return async (tieuDe, n) => {
    const { doan } = story(2_000_000 + n)
    const words = { tieuDe, loai: 'tin', tomTat: 'Đo.', noiDung: toLexical(doan), chuDe: [chuDe] }
    const made = must(await teacher!.post('/api/tin-bai?depth=0', words), 'create', 201)
    const path = `/api/tin-bai/${made.body.doc.id}`
    const { banTrinh } = must(await teacher!.post(`${path}/trinh`, {}), 'trinh').body as { banTrinh: { id: number } }
    const verdict = { banTrinh: banTrinh.id, kiemTra: CHECKED }
    must(await office!.post(`${path}/duyet`, verdict), 'duyet of the office')
    return must(await deputy!.post(`${path}/duyet`, verdict), 'duyet').body.banDang.slug as string
  }
}
