/** How a value of the record is shown: by which field it stands in. Kept apart from the words, which are messages. */
export type Shown = 'state' | 'code' | 'moment' | 'person' | 'people' | 'document' | 'text' | 'machine'

/** For whoever checks the record: hashes, signatures, frozen JSON, numbers of rows. */
const MACHINE = [
  'id',
  'vanTay',
  'vanTayKhung',
  'vanTayBangChung',
  'noiDung',
  'bangChung',
  'noiDungKy',
  'chuKy',
  'khoa',
  'truoc',
  'bam',
  'chiTiet',
  'kiemTra',
  'phienBanKiemTra',
  'uyQuyen',
  'createdAt',
  'updatedAt',
]
const PERSON = ['nguoi', 'tacGia', 'nguoiTrinh', 'nguoiHenGio']
const PEOPLE = ['nguoiDongGop', 'suaSauTrinh']
const MOMENT = ['luc', 'khanDen', 'anDen', 'dangLanDau', 'ketThucLuc', 'henGioLuc']
const CODE = ['boSuuTap', 'loai', 'vaiTro', 'vaiTroCho', 'hanhDong', 'mucNhayCam', 'tuCach', 'quyetDinh']

export function shownAs(field: string): Shown {
  if (field === 'trangThai') return 'state'
  if (field === 'taiLieu') return 'document'
  if (PERSON.includes(field)) return 'person'
  if (PEOPLE.includes(field)) return 'people'
  if (MOMENT.includes(field)) return 'moment'
  if (CODE.includes(field)) return 'code'
  return MACHINE.includes(field) ? 'machine' : 'text'
}
