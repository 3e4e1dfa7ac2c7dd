/**
 * The lunar calendar of Việt Nam, at seven hours east: new moons and the sun's longitude after J. Meeus, Astronomical Algorithms. Calendars
 * made for Beijing differ by a day in some years (2030, 2053), for a new moon falls on either side of their midnight.
 */
const RAD = Math.PI / 180
const ZONE = 7 / 24
/** Days between two new moons, and the first counted one, as Julian days. */
const MONTH = 29.530588861
const FIRST = 2415021.076998695

/** The instant of new moon `k`, as a Julian day of universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const [t2, t3] = [t * t, t * t * t]
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RAD)
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RAD
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RAD
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RAD
  const shift =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  const clock = t < -11 ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3 : -0.000278 + 0.000265 * t + 0.000262 * t2
  return mean + shift - clock
}

/** Julian day number of the day in Việt Nam on which new moon `k` falls. */
const newMoonDay = (k: number): number => Math.floor(newMoon(k) + 0.5 + ZONE)

/** In which twelfth of its way the sun stands at the beginning of that day: 9 is the twelfth that begins with the winter solstice. */
function sunTwelfth(day: number): number {
  const t = (day - 0.5 - ZONE - 2451545) / 36525
  const mean = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(mean * RAD) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * mean * RAD) +
    0.00029 * Math.sin(3 * mean * RAD)
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

const julian = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month - 1, day) / 86_400_000) + 2440588
const dayOfJulian = (day: number): string => new Date((day - 2440588) * 86_400_000).toISOString().slice(0, 10)

/** First day of the eleventh month: that in which the winter solstice of `year` falls. */
function eleventh(year: number): number {
  const k = Math.floor((julian(year, 12, 31) - 2415021) / MONTH)
  const day = newMoonDay(k)
  return sunTwelfth(day) >= 9 ? newMoonDay(k - 1) : day
}

/** Of the months after the eleventh, which is doubled: the first that the sun passes without entering another twelfth. */
function leapAfter(first: number): number {
  const k = Math.floor((first - FIRST) / MONTH + 0.5)
  for (let i = 1; i < 14; i += 1) if (sunTwelfth(newMoonDay(k + i)) === sunTwelfth(newMoonDay(k + i + 1))) return i
  return 14
}

/** The day, `2027-02-06`, of day `day` of month `month` (1 to 10, not a doubled one) of the lunar year that begins in `year`. */
export function lunarDay(year: number, month: number, day: number): string {
  const before = eleventh(year - 1)
  const isLong = eleventh(year) - before > 365
  const after = month + 1
  const k = Math.floor(0.5 + (before - FIRST) / MONTH)
  return dayOfJulian(newMoonDay(k + after + (isLong && leapAfter(before) <= after ? 1 : 0)) + day - 1)
}
