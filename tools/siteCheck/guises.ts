/** As whom an address is asked: who sees another page than the others is being deceived. */
export type Guise = { ten: string; headers: Record<string, string> }

const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
const PHONE = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const GOOGLEBOT =
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

/** The first is the one whose answer is read; the others are compared with it. */
export const GUISES: readonly Guise[] = [
  { ten: 'người đọc', headers: { 'User-Agent': DESK, 'Accept-Language': 'vi-VN,vi;q=0.9' } },
  { ten: 'máy tìm kiếm', headers: { 'User-Agent': GOOGLEBOT, 'Accept-Language': 'en-US,en;q=0.5', From: 'googlebot(at)googlebot.com' } },
  { ten: 'người đến từ máy tìm kiếm', headers: { 'User-Agent': PHONE, 'Accept-Language': 'vi-VN,vi;q=0.9', Referer: 'https://www.google.com/' } },
]
