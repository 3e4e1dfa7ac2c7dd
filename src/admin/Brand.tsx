/** The school's crest and name where Payload would show its own mark; hoa ban before a crest is live. */
import type { Payload } from 'payload'
import { liveSettings } from '../facts/school.ts'
import { hoaBan } from '../theme/draw/motif.ts'
import { nameOf } from '../theme/draw/pictures.ts'
import { publicFile, type Media, type Settings } from '../theme/content/edition.ts'

export type School = { ten: string | null; bieuTrung: string | null }

/** The narrowest file every browser reads: a mark is small. */
const crestOf = (media: Media): string => {
  const files = [...(media.kichThuoc ?? []), media].filter(({ kieu }) => kieu === 'image/webp' || kieu === 'image/jpeg' || kieu === 'image/png')
  const [smallest = media] = files.sort((a, b) => a.rong - b.rong)
  return publicFile(smallest.sha256, nameOf(smallest))
}

/** The panel opens whether or not this can be read: a mark is worth no failure. */
export async function schoolOf(payload: Payload): Promise<School> {
  try {
    const settings = await liveSettings<Settings>(payload)
    return { ten: settings?.tenTruong ?? null, bieuTrung: settings?.bieuTrung ? crestOf(settings.bieuTrung) : null }
  } catch (error) {
    payload.logger.warn({ err: error }, 'the name and crest of the school could not be read')
    return { ten: null, bieuTrung: null }
  }
}

const Mark = ({ school }: { school: School }) =>
  school.bieuTrung ? (
    <img className="ct-crest" src={school.bieuTrung} alt="" />
  ) : (
    <span className="ct-crest" dangerouslySetInnerHTML={{ __html: hoaBan('ct-hoa').text }} />
  )

type Props = { payload: Payload }

export const Logo = async ({ payload }: Props) => {
  const school = await schoolOf(payload)
  return (
    <span className="ct-logo">
      <Mark school={school} />
      <strong>{school.ten ?? 'Trang thông tin điện tử'}</strong>
    </span>
  )
}

export const Icon = async ({ payload }: Props) => <Mark school={await schoolOf(payload)} />
