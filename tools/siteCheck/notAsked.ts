/** What was known of and not asked, in words: every address, those of one page asked in many ways on one line. */
import type { NotAsked, Why } from './places.ts'

const WHYS: Record<Why, string> = {
  gioiHan: 'vì đã đủ số địa chỉ nhiều nhất (tăng --nhieu-nhat để đi hết)',
  robots: 'vì robots.txt của trang đóng với máy',
  ngoaiTrang: 'vì ở ngoài trang',
}
/** From how many on the ways one page is asked in are counted instead of listed. */
const MANY = 6

function linesOf(addresses: readonly string[]): string[] {
  const byPath = new Map<string, string[]>()
  for (const address of addresses) {
    const path = address.replace(/\?.*$/s, '')
    byPath.set(path, [...(byPath.get(path) ?? []), address])
  }
  return [...byPath].flatMap(([path, asked]) => (asked.length < MANY ? asked : [`${path}?… (${asked.length} địa chỉ khác nhau ở phần sau dấu hỏi)`])).sort()
}

export function tellNotAsked({ asked, notAsked }: { asked: number; notAsked: readonly NotAsked[] }): string {
  const told = (Object.keys(WHYS) as Why[]).flatMap((why) => {
    const addresses = notAsked.filter((one) => one.why === why).map((one) => one.address)
    return addresses.length === 0 ? [] : [`  ${addresses.length} địa chỉ ${WHYS[why]}:`, ...linesOf(addresses).map((line) => `    - ${line}`)]
  })
  return told.length === 0 ? `Đã hỏi ${asked} địa chỉ, không bỏ địa chỉ nào.\n` : [`Đã hỏi ${asked} địa chỉ. Biết mà không hỏi:`, ...told, ''].join('\n')
}
