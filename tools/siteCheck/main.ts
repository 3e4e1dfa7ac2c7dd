/** `npm run site:check -- https://truong.example`: is the site what the record says, and the same for everybody? */
import { parseArgs } from 'node:util'
import { expectedOf } from './expected.ts'
import { fetcher, type Fetcher } from './fetcher.ts'
import { report, type Finding } from './findings.ts'
import { GUISES } from './guises.ts'
import { differences, isSound, recordOfDatabase, recordOverHttp, type Record } from './record.ts'
import { tellNotAsked } from './notAsked.ts'
import { walk } from './walk.ts'

const USAGE = 'cách dùng: npm run site:check -- https://truong.example [--chinh-thuc https://truong.example] [--nhieu-nhat 200000]'

const originOf = (given: string | undefined): string => {
  if (given === undefined || !/^https?:\/\//.test(given)) throw new Error(USAGE)
  return new URL(given).origin
}

function mostOf(given: string | undefined): number | null {
  if (given === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(USAGE)
  return Number(given)
}

async function fromDatabase(url: string): Promise<Record> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await recordOfDatabase(client)
  } finally {
    await client.end()
  }
}

/** A site asked by another of its names would call its own links planted: it is asked by the name it gives itself, or told apart. */
async function askedByItsName(get: Fetcher, site: string): Promise<string> {
  const { bytes } = await get('/', GUISES[0]!)
  const named = /<link rel="canonical" href="(https?:\/\/[^/"]+)/.exec(bytes.toString('utf8'))?.[1]
  if (named !== undefined && named !== site)
    throw new Error(
      `trang tự gọi mình là ${named}. Hãy hỏi đúng địa chỉ đó; nếu đó là địa chỉ công khai của trường và bạn đang hỏi máy chủ sau nó, thêm --chinh-thuc ${named}`,
    )
  return site
}

export type Told = { out: (text: string) => void; progress: (text: string) => void }

/** Answers how many findings there are. `--chinh-thuc`: the site's public address, where another one is asked (a machine behind a proxy). `databaseUrl`: for a second opinion. */
export async function main(args: readonly string[], { out, progress }: Told, databaseUrl = ''): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'chinh-thuc': { type: 'string' }, 'nhieu-nhat': { type: 'string' } },
  })
  const site = originOf(positionals[0])
  const most = mostOf(values['nhieu-nhat'])
  const get = fetcher(site)
  const official = values['chinh-thuc'] === undefined ? await askedByItsName(get, site) : originOf(values['chinh-thuc'])
  const findings: Finding[] = []
  const seen = await recordOverHttp(get)
  let record = seen
  if (databaseUrl) {
    record = await fromDatabase(databaseUrl)
    findings.push(...differences(seen, record).map((detail): Finding => ({ kind: 'SAI_VAN_TAY', at: '/api/ban-dang', detail })))
  }
  for (const edition of record.live)
    if (!isSound(edition)) findings.push({ kind: 'SAI_VAN_TAY', at: `${edition.boSuuTap}/${edition.slug}`, detail: edition.vanTay.slice(0, 16) })
  progress(`Sổ: ${record.live.length} bản đăng đang hiển thị, ${record.ended.length} bản đã kết thúc.`)
  let last = Date.now()
  const tell = (done: number, known: number): void => {
    if (Date.now() - last < 5000) return
    last = Date.now()
    progress(`Đã xem ${done}/${known} địa chỉ…`)
  }
  const walked = await walk(get, expectedOf(record, official), [...new Set([site, official])], { tell, ...(most === null ? {} : { most }) })
  findings.push(...walked.findings)
  out(`Đã xem ${walked.pages} trang và ${walked.files} tệp của ${site}, mỗi địa chỉ ba lần: như người đọc, như máy tìm kiếm, như người đến từ máy tìm kiếm.\n`)
  out(tellNotAsked(walked))
  if (findings.length === 0) out('Trang đúng như sổ: không thấy gì lạ.\n')
  else out(`Thấy ${findings.length} điều cần xem:\n${report(findings)}\n`)
  return findings.length
}
