/**
 * The lines of the exported log, as SQL. Only what the verifier can check against a hash, a signature or another row is
 * written: a column nobody could vouch for would only look like evidence. `docs/huong-dan/kiem-tra-so.md` says what each is.
 */
const at = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Kinds of line whose rows a log row names, with the table they are read from. */
export const TABLES = {
  'ban-trinh': 'ban_trinh',
  'phieu-duyet': 'phieu_duyet',
  'ban-dang': 'ban_dang',
  'uy-quyen': 'uy_quyen',
  'quy-che-ban': 'quy_che_ban',
} as const
export type Kind = keyof typeof TABLES

/** The columns of each kind, in the order of the file. An edition whose words are its submission's does not repeat them. Evidence names pupils: its text only where it was asked for. */
export const columnsOf = (kind: Kind, withEvidence: boolean): string =>
  ({
    'ban-trinh': `id, bo_suu_tap as "boSuuTap", tai_lieu::float8 as "taiLieu", lan::float8 as lan, coalesce(loai, '') as loai, slug, tieu_de as "tieuDe",
      noi_dung as "noiDung", van_tay as "vanTay", ${withEvidence ? 'bang_chung' : 'null'} as "bangChung", van_tay_bang_chung as "vanTayBangChung", buoc,
      nguoi_dong_gop as "nguoiDongGop", muc_nhay_cam as "mucNhayCam", coalesce(mot_lanh_dao, false) as "motLanhDao", ghi_nhan as "ghiNhan",
      nguoi_trinh::float8 as "nguoiTrinh", ten_nguoi_trinh as "tenNguoiTrinh", ${at('created_at')} as "createdAt"`,
    'phieu-duyet': `id, ban_trinh_id as "banTrinh", van_tay as "vanTay", van_tay_khung as "vanTayKhung", buoc, vai_tro as "vaiTro", tu_cach as "tuCach",
      uy_quyen::float8 as "uyQuyen", nguoi::float8 as nguoi, ho_ten as "hoTen", coalesce(chuc_vu, '') as "chucVu", quyet_dinh as "quyetDinh",
      kiem_tra as "kiemTra", phien_ban_kiem_tra::float8 as "phienBanKiemTra", coalesce(ly_do, '') as "lyDo", luc, khan_den as "khanDen",
      noi_dung_ky as "noiDungKy", chu_ky as "chuKy", khoa, ${at('created_at')} as "createdAt"`,
    'ban-dang': `id, ban_trinh_id as "banTrinh", bo_suu_tap as "boSuuTap", tai_lieu::float8 as "taiLieu", lan::float8 as lan, coalesce(loai, '') as loai, slug,
      tieu_de as "tieuDe", case when noi_dung is distinct from (select t.noi_dung from ban_trinh t where t.id = ban_trinh_id) then noi_dung end as "noiDung",
      van_tay as "vanTay", duyet_ho_ten as "duyetHoTen", coalesce(duyet_chuc_vu, '') as "duyetChucVu",
      ${at('duyet_luc')} as "duyetLuc", duyet_uy_quyen as "duyetUyQuyen", ${at('khan_den')} as "khanDen", coalesce(mot_lanh_dao, false) as "motLanhDao",
      ${at('dang_lan_dau')} as "dangLanDau", ${at('ket_thuc_luc')} as "ketThucLuc", ly_do_go as "lyDoGo", ${at('created_at')} as "createdAt"`,
    'uy-quyen': `id, so_van_ban as "soVanBan", nguoi_uy_quyen_id as "nguoiUyQuyen", nguoi_duoc_uy_quyen_id as "nguoiDuocUyQuyen", pham_vi::text as "phamVi",
      ${at('tu_ngay')} as "tuNgay", ${at('den_ngay')} as "denNgay", ${at('thu_hoi_luc')} as "thuHoiLuc", ${at('created_at')} as "createdAt"`,
    'quy-che-ban': `id, so, noi_dung as "noiDung", van_tay as "vanTay", ${at('tu')} as tu`,
  })[kind]

export const LOG_COLUMNS = `so::float8 as so, luc, hanh_dong as "hanhDong", nguoi::float8 as nguoi, coalesce(ten_nguoi, '') as "tenNguoi", bo_suu_tap as "boSuuTap",
  tai_lieu::float8 as "taiLieu", chi_tiet as "chiTiet", truoc, bam`

export type LogRow = { so: number; hanhDong: string; boSuuTap: string | null; taiLieu: number | null; chiTiet: string; bam: string }
