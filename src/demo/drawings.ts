/** Pictures drawn for the demo school, as SVG: hills, a school, ban trees, people. No photograph, nobody's face. */
const W = 1600
const H = 1000

const flower = (x: number, y: number, r: number, fill = '#f3d3e6'): string =>
  [0, 72, 144, 216, 288]
    .map(
      (a) =>
        `<ellipse cx="${x}" cy="${y - r * 0.62}" rx="${r * 0.38}" ry="${r * 0.62}" fill="${fill}" stroke="#b9769c" stroke-width="${r / 18}" transform="rotate(${a} ${x} ${y})"/>`,
    )
    .join('') + `<circle cx="${x}" cy="${y}" r="${r * 0.16}" fill="#8b2f63"/>`

const sky = (top: string, low: string): string =>
  `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs><rect width="${W}" height="${H}" fill="url(#s)"/>`
const sun = (x: number, y: number, fill = '#ffe3a3'): string => `<circle cx="${x}" cy="${y}" r="80" fill="${fill}"/>`
const hill = (base: number, rise: number, phase: number, fill: string): string => {
  const points = Array.from(
    { length: 17 },
    (_, i) => `${i * 100},${Math.round(base - rise * (0.55 + 0.45 * Math.sin(i * 0.9 + phase) * Math.cos(i * 0.37 + phase * 2)))}`,
  )
  return `<path d="M0,${H} L${points.join(' L')} L${W},${H}Z" fill="${fill}"/>`
}
const hills = `${hill(560, 220, 0.4, '#9fb8b4')}${hill(640, 180, 1.9, '#6f978f')}${hill(720, 120, 3.1, '#3f7468')}`
const terraces = Array.from(
  { length: 7 },
  (_, i) =>
    `<path d="M-20,${720 + i * 42} C400,${670 + i * 46} 900,${800 + i * 34} 1620,${700 + i * 44}" fill="none" stroke="#d9c46b" stroke-width="${14 + i * 3}" opacity=".75"/>`,
).join('')
const ground = (fill = '#d9cda4'): string => `<path d="M0,760 Q800,700 1600,770 V1000 H0Z" fill="${fill}"/>`

const school = (x: number, y: number): string => {
  const windows = Array.from(
    { length: 14 },
    (_, i) =>
      `<rect x="${x + 40 + (i % 7) * 92}" y="${y + 50 + Math.floor(i / 7) * 110}" width="52" height="64" fill="#dff0ec" stroke="#12463f" stroke-width="5"/>`,
  ).join('')
  return `<path d="M${x - 30},${y + 20} L${x + 350},${y - 90} L${x + 730},${y + 20}Z" fill="#9c4a36"/><rect x="${x}" y="${y}" width="700" height="270" fill="#fbf1d8" stroke="#c9b78a" stroke-width="4"/>${windows}<rect x="${x + 318}" y="${y + 160}" width="64" height="110" fill="#12463f"/>`
}
const banTree = (x: number, y: number, s = 1): string => {
  const blossoms = Array.from({ length: 16 }, (_, i) =>
    flower(x + Math.cos(i * 2.4) * (30 + i * 9) * s, y - 220 * s + Math.sin(i * 2.4) * (22 + i * 6.5) * s, (22 + (i % 3) * 6) * s),
  ).join('')
  return `<path d="M${x},${y} C${x - 8 * s},${y - 90 * s} ${x + 14 * s},${y - 130 * s} ${x},${y - 230 * s}" stroke="#5b4636" stroke-width="${22 * s}" fill="none"/><path d="M${x},${y - 130 * s} l${-70 * s},${-80 * s} M${x},${y - 150 * s} l${75 * s},${-70 * s}" stroke="#5b4636" stroke-width="${11 * s}"/><ellipse cx="${x}" cy="${y - 225 * s}" rx="${165 * s}" ry="${115 * s}" fill="#86a86a"/>${blossoms}`
}
const person = (x: number, y: number, shirt: string, s = 1, hair = '#2a211c'): string =>
  `<g transform="translate(${x} ${y}) scale(${s})"><path d="M-34,0 Q-40,-110 0,-116 Q40,-110 34,0Z" fill="${shirt}"/><rect x="-26" y="-6" width="22" height="92" rx="9" fill="#2c3f55"/><rect x="4" y="-6" width="22" height="92" rx="9" fill="#2c3f55"/><circle cx="0" cy="-150" r="36" fill="#e9c19b"/><path d="M-37,-150 a37,37 0 0 1 74,0 q-37,-26 -74,0Z" fill="${hair}"/></g>`
const book = (x: number, y: number, cover: string, s = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${s})"><path d="M0,0 Q-60,-28 -130,-10 V90 Q-60,70 0,98Z" fill="#fffdf5" stroke="${cover}" stroke-width="9"/><path d="M0,0 Q60,-28 130,-10 V90 Q60,70 0,98Z" fill="#fffdf5" stroke="${cover}" stroke-width="9"/></g>`
const shelf = (x: number, y: number): string =>
  [0, 1, 2]
    .map(
      (row) =>
        `<rect x="${x}" y="${y + row * 190 + 160}" width="620" height="18" fill="#7a5a3a"/>${Array.from({ length: 15 }, (_, i) => `<rect x="${x + 12 + i * 40}" y="${y + row * 190 + 20 + ((i * 37 + row * 13) % 40)}" width="30" height="${140 - ((i * 37 + row * 13) % 40)}" fill="${['#12463f', '#9c4a36', '#c79a3b', '#7a1f57', '#40678c'][(i + row) % 5]}"/>`).join('')}`,
    )
    .join('')
const sapling = (x: number, y: number): string =>
  `<path d="M${x},${y} v-90" stroke="#5b4636" stroke-width="9"/><ellipse cx="${x - 24}" cy="${y - 92}" rx="30" ry="16" fill="#5f9a57" transform="rotate(24 ${x - 24} ${y - 92})"/><ellipse cx="${x + 24}" cy="${y - 106}" rx="30" ry="16" fill="#74b069" transform="rotate(-24 ${x + 24} ${y - 106})"/><ellipse cx="${x}" cy="${y + 6}" rx="48" ry="13" fill="#8a6b46"/>`
const ball = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y}" r="38" fill="#fff" stroke="#1d1b19" stroke-width="5"/><path d="M${x},${y - 15} l15,11 -6,18 h-18 l-6,-18Z" fill="#1d1b19"/>`

const frame = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${inner}</svg>`

export const DRAWINGS = {
  congTruong: {
    alt: 'Tranh vẽ ngôi trường hai tầng dưới chân núi, hai cây ban nở hoa bên cổng',
    svg: frame(
      sky('#bfe0ea', '#fbf1de') +
        sun(1280, 190) +
        hills +
        ground() +
        school(450, 470) +
        banTree(260, 900, 1.35) +
        banTree(1350, 890, 1.15) +
        person(720, 850, '#fff', 0.8) +
        person(820, 860, '#fff', 0.78) +
        person(920, 852, '#fff', 0.8),
    ),
  },
  trongCay: {
    alt: 'Tranh vẽ ba bạn đoàn viên trồng cây non trên sườn đồi ruộng bậc thang',
    svg: frame(
      sky('#cfe8e0', '#f7f0d6') +
        hills +
        terraces +
        ground('#b9c58a') +
        sapling(420, 880) +
        sapling(830, 900) +
        sapling(1230, 880) +
        person(560, 830, '#2b6ca3', 1.05) +
        person(980, 850, '#2b6ca3', 1.1) +
        person(1380, 830, '#2b6ca3', 1),
    ),
  },
  thuVien: {
    alt: 'Tranh vẽ góc thư viện với hai giá sách nhiều màu và hai bạn học sinh đang đọc',
    svg: frame(
      `<rect width="${W}" height="${H}" fill="#f6ead2"/><rect y="780" width="${W}" height="220" fill="#c8a878"/>` +
        shelf(110, 170) +
        shelf(880, 170) +
        person(640, 850, '#fff', 1.15) +
        person(960, 860, '#fff', 1.1, '#3a2a20') +
        book(640, 800, '#7a1f57', 0.62) +
        book(960, 810, '#12463f', 0.6),
    ),
  },
  bongDa: {
    alt: 'Tranh vẽ các bạn học sinh đá bóng trên sân trường vào buổi chiều',
    svg: frame(
      sky('#f3d9b1', '#fbeedd') +
        sun(300, 240, '#ffd27a') +
        hills +
        ground('#8fb06e') +
        school(820, 500) +
        person(430, 860, '#b23a3a', 1.15) +
        person(720, 880, '#2b6ca3', 1.15) +
        person(1100, 860, '#b23a3a', 1.05) +
        ball(580, 930),
    ),
  },
  trao: {
    alt: 'Tranh vẽ một bạn học sinh trả lại chiếc túi nhặt được cho một bác trên đường làng',
    svg: frame(
      sky('#d6e6ef', '#fdf3e4') +
        hills +
        ground('#cdb98c') +
        banTree(1340, 900, 1.2) +
        person(620, 840, '#fff', 1.35) +
        person(980, 840, '#6b4a7d', 1.4, '#777') +
        `<rect x="744" y="740" width="96" height="70" rx="12" fill="#9c4a36"/><path d="M764,742 q28,-44 56,0" fill="none" stroke="#5b2a1c" stroke-width="9"/>`,
    ),
  },
  lopHoc: {
    alt: 'Tranh vẽ lớp học có bảng xanh, cô giáo và hai dãy bàn',
    svg: frame(
      `<rect width="${W}" height="${H}" fill="#f4efe2"/><rect x="330" y="140" width="940" height="330" rx="8" fill="#1f5a4d" stroke="#7a5a3a" stroke-width="18"/><path d="M420,250 h420 M420,310 h300 M420,370 h520" stroke="#d9ece6" stroke-width="9" stroke-linecap="round"/><rect y="800" width="${W}" height="200" fill="#d7bf94"/>` +
        person(1120, 700, '#a3386f', 1.25) +
        [180, 620, 1060]
          .map(
            (x) =>
              `<rect x="${x}" y="800" width="340" height="30" fill="#8a6b46"/><rect x="${x + 20}" y="830" width="22" height="120" fill="#6d5333"/><rect x="${x + 298}" y="830" width="22" height="120" fill="#6d5333"/>` +
              person(x + 110, 800, '#fff', 0.85) +
              person(x + 240, 800, '#fff', 0.85, '#3a2a20'),
          )
          .join(''),
    ),
  },
  hoaBan: {
    alt: 'Tranh vẽ cành hoa ban trắng tím nở rộ',
    svg: frame(
      sky('#e7eef0', '#fbf4ea') +
        hill(800, 260, 2.2, '#b7cbc5') +
        `<path d="M-20,760 C400,640 800,520 1620,300" stroke="#5b4636" stroke-width="26" fill="none"/>` +
        [
          [220, 640, 120],
          [480, 560, 150],
          [760, 500, 130],
          [1010, 400, 165],
          [1290, 330, 125],
          [640, 660, 90],
          [1160, 500, 90],
        ]
          .map(([x, y, r]) => flower(x!, y!, r!))
          .join(''),
    ),
  },
  bepAn: {
    alt: 'Tranh vẽ cô cấp dưỡng đứng bên nồi cơm lớn trong bếp bán trú',
    svg: frame(
      `<rect width="${W}" height="${H}" fill="#f7ecd9"/><rect y="740" width="${W}" height="260" fill="#b98d63"/><path d="M560,620 h480 l-50,240 h-380Z" fill="#8d959b"/><ellipse cx="800" cy="620" rx="240" ry="52" fill="#fffaf0" stroke="#7a8288" stroke-width="12"/><path d="M700,560 q-30,-60 10,-110 M800,550 q-30,-60 10,-120 M900,560 q-30,-60 10,-110" stroke="#c9c2b6" stroke-width="12" fill="none"/>` +
        person(1230, 840, '#5f8f86', 1.5) +
        `<path d="M1176,610 h108 v-46 q-54,-52 -108,0Z" fill="#fff"/>`,
    ),
  },
} as const
export type DrawingKey = keyof typeof DRAWINGS

/** The crest, on a transparent ground. */
export const CREST = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 480 480"><circle cx="240" cy="240" r="228" fill="#12463f"/><circle cx="240" cy="240" r="200" fill="none" stroke="#f6e3ee" stroke-width="6"/>${flower(240, 200, 120)}${book(240, 318, '#c79a3b', 0.95)}</svg>`
