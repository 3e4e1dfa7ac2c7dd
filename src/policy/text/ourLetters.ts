/**
 * Rule: a letter that is drawn like one of ours is that letter. Keyboards, scanners and other alphabets give Ð and Ɖ for Đ, ǎ
 * for ă, Cyrillic and Greek letters for Latin ones; nobody sees the difference. One folding for search, gate, addresses and
 * names; the database has the same (`tim_kiem_chu`).
 */
const ALIKE = [...'ðɖѕіјаеорсухкмтвнԁԛԝһӏɡıαβεηικμνορτυχγ']
const OURS = [...'đđsijaeopcyxkmtbhdqwhlgiabenikmvoptuxy']
const DRAWN_LIKE = new Map(ALIKE.map((letter, i) => [letter, OURS[i]!]))
const ANY = new RegExp(`[${ALIKE.join('')}]`, 'gu')

/** Small letters in, small letters out. A caron on an a, with a dot below it or without, is a breve. */
export const inOurLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(ANY, (letter) => DRAWN_LIKE.get(letter)!)
    .normalize('NFC')
    .replaceAll('ǎ', 'ă')
    .replaceAll('ạ\u030c', 'ặ')
    .normalize('NFC')

/** Capitals that are drawn like ours, and whose small letters are not: Η is an H on paper, η an n. */
const CAPITALS_ALIKE = [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТУХ']
const OUR_CAPITALS = [...'ABEZHIKMNOPTYXABESIJKMHOPCTYX']
const DRAWN_AS = new Map(CAPITALS_ALIKE.map((letter, i) => [letter, OUR_CAPITALS[i]!]))
const ANY_CAPITAL = new RegExp(`[${CAPITALS_ALIKE.join('')}]`, 'gu')
export const capitalsInOurs = (text: string): string => text.replace(ANY_CAPITAL, (letter) => DRAWN_AS.get(letter)!)
