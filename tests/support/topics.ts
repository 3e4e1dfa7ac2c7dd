/** What the database writes beside the editions for lists of a topic, held against what the live stories' frozen words say. */
type Row = Record<string, unknown>

const line = (topic: unknown, edition: unknown, at: unknown): string => `topic ${Number(topic)}: edition ${Number(edition)} at ${(at as Date).toISOString()}`

/** `listed`: rows of `chu_de_dang`; `editions`: rows of `ban_dang`. */
export function topicFaults(listed: readonly Row[], editions: readonly Row[]): string[] {
  const said = editions
    .filter((d) => d.bo_suu_tap === 'tin-bai' && d.ket_thuc_luc === null)
    .flatMap((d) =>
      ((JSON.parse(String(d.noi_dung)) as { chuDe?: { taiLieu: number }[] }).chuDe ?? []).map((topic) => line(topic.taiLieu, d.id, d.dang_lan_dau)),
    )
  const found = listed.map((row) => line(row.chu_de, row.ban_dang_id, row.luc))
  return [
    ...said.filter((one) => !found.includes(one)).map((one) => `${one} is not listed`),
    ...found.filter((one) => !said.includes(one)).map((one) => `${one} is listed, and is not there`),
  ]
}
