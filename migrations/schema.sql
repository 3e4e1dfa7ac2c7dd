-- Made by `npm run schema` from a freshly migrated database; never written by hand.

-- Extensions

create extension pg_trgm;
create extension unaccent;

-- Enums

create type enum__cai_dat_v_version_cap as enum ('TH-THCS', 'THPT', 'so', 'tieuHoc');
create type enum__cai_dat_v_version_status as enum ('draft', 'published');
create type enum__chu_de_v_version_muc_nhay_cam as enum ('cao', 'thuong');
create type enum__chu_de_v_version_status as enum ('draft', 'published');
create type enum__don_vi_v_version_loai as enum ('capTren', 'chiDoan', 'congDoan', 'doanThe', 'doanTn', 'doi', 'khac', 'khoi', 'lanhDao', 'lop', 'phongThuocSo', 'phongXa', 'so', 'toChuyenMon', 'toCongDoan', 'toTruyenThong', 'trucThuoc', 'truong', 'vanPhong');
create type enum__don_vi_v_version_status as enum ('draft', 'published');
create type enum__tin_bai_v_version_loai as enum ('bai', 'dinhChinh', 'nguoiTotViecTot', 'thongBao', 'tin');
create type enum__tin_bai_v_version_muc_nhay_cam as enum ('cao', 'thuong');
create type enum__tin_bai_v_version_status as enum ('draft', 'published');
create type enum__trang_v_version_muc as enum ('coCau', 'congKhai', 'gioiThieu', 'khac', 'lienHe');
create type enum__trang_v_version_muc_cong_khai as enum ('baoCaoThuongNien', 'coSoVatChat', 'doiNgu', 'keHoach', 'ketQua', 'kiemDinh', 'taiChinh', 'thongTinChung');
create type enum__trang_v_version_muc_nhay_cam as enum ('cao', 'thuong');
create type enum__trang_v_version_status as enum ('draft', 'published');
create type enum__tu_lieu_v_version_status as enum ('draft', 'published');
create type enum__van_ban_v_version_hieu_luc as enum ('chuaCoHieuLuc', 'conHieuLuc', 'hetHieuLuc');
create type enum__van_ban_v_version_loai as enum ('baoCao', 'congVan', 'huongDan', 'keHoach', 'khac', 'nghiQuyet', 'quyChe', 'quyetDinh', 'thongBao');
create type enum__van_ban_v_version_muc_nhay_cam as enum ('cao', 'thuong');
create type enum__van_ban_v_version_status as enum ('draft', 'published');
create type enum_cai_dat_cap as enum ('TH-THCS', 'THPT', 'so', 'tieuHoc');
create type enum_cai_dat_status as enum ('draft', 'published');
create type enum_chu_de_muc_nhay_cam as enum ('cao', 'thuong');
create type enum_chu_de_status as enum ('draft', 'published');
create type enum_don_vi_loai as enum ('capTren', 'chiDoan', 'congDoan', 'doanThe', 'doanTn', 'doi', 'khac', 'khoi', 'lanhDao', 'lop', 'phongThuocSo', 'phongXa', 'so', 'toChuyenMon', 'toCongDoan', 'toTruyenThong', 'trucThuoc', 'truong', 'vanPhong');
create type enum_don_vi_status as enum ('draft', 'published');
create type enum_dong_y_kenh as enum ('baoChi', 'mangXaHoi', 'phatThanh', 'website');
create type enum_nguoi_dung_vai_tro as enum ('bienTapVien', 'congTacVien', 'dauMoi', 'nguoiDuyet', 'nguoiPhatNgon', 'quanTriKyThuat', 'vanThu');
create type enum_quy_che_buoc_ap_dung as enum ('bai', 'dinhChinh', 'nguoiTotViecTot', 'thongBao', 'tin');
create type enum_quy_che_buoc_bo_suu_tap as enum ('cai-dat', 'chu-de', 'don-vi', 'tin-bai', 'trang', 'tu-lieu', 'van-ban');
create type enum_quy_che_buoc_vai_tro as enum ('bienTapVien', 'dauMoi', 'nguoiDuyet', 'nguoiPhatNgon');
create type enum_quy_che_chi_tieu_dem_theo as enum ('dang', 'gui', 'kenh');
create type enum_quy_che_chi_tieu_doi_tuong as enum ('caNhan', 'donVi', 'lop', 'truong');
create type enum_quy_che_chi_tieu_ky_han as enum ('nam', 'namHoc', 'thang');
create type enum_quy_che_chi_tieu_loai as enum ('bai', 'dinhChinh', 'nguoiTotViecTot', 'thongBao', 'tin');
create type enum_quy_che_chi_tieu_loai_don_vi as enum ('capTren', 'chiDoan', 'congDoan', 'doanThe', 'doanTn', 'doi', 'khac', 'khoi', 'lanhDao', 'lop', 'phongThuocSo', 'phongXa', 'so', 'toChuyenMon', 'toCongDoan', 'toTruyenThong', 'trucThuoc', 'truong', 'vanPhong');
create type enum_quy_che_chi_tieu_san_pham as enum ('tinBai', 'tuLieu');
create type enum_quy_che_chi_tieu_toi as enum ('bangTin', 'baoDai', 'congSo', 'fanpage', 'giaoBan', 'khac', 'phatThanh', 'zalo');
create type enum_quy_che_kiem_tra_ap_dung as enum ('bai', 'dinhChinh', 'nguoiTotViecTot', 'thongBao', 'tin');
create type enum_quy_che_kiem_tra_bo_suu_tap as enum ('cai-dat', 'chu-de', 'don-vi', 'tin-bai', 'trang', 'tu-lieu', 'van-ban');
create type enum_thanh_vien_vai as enum ('thanhVien', 'truong');
create type enum_tin_bai_loai as enum ('bai', 'dinhChinh', 'nguoiTotViecTot', 'thongBao', 'tin');
create type enum_tin_bai_muc_nhay_cam as enum ('cao', 'thuong');
create type enum_tin_bai_status as enum ('draft', 'published');
create type enum_trang_muc as enum ('coCau', 'congKhai', 'gioiThieu', 'khac', 'lienHe');
create type enum_trang_muc_cong_khai as enum ('baoCaoThuongNien', 'coSoVatChat', 'doiNgu', 'keHoach', 'ketQua', 'kiemDinh', 'taiChinh', 'thongTinChung');
create type enum_trang_muc_nhay_cam as enum ('cao', 'thuong');
create type enum_trang_status as enum ('draft', 'published');
create type enum_tu_lieu_status as enum ('draft', 'published');
create type enum_uy_quyen_pham_vi as enum ('cai-dat', 'chu-de', 'don-vi', 'tatCa', 'tin-bai', 'trang', 'tu-lieu', 'van-ban');
create type enum_van_ban_hieu_luc as enum ('chuaCoHieuLuc', 'conHieuLuc', 'hetHieuLuc');
create type enum_van_ban_loai as enum ('baoCao', 'congVan', 'huongDan', 'keHoach', 'khac', 'nghiQuyet', 'quyChe', 'quyetDinh', 'thongBao');
create type enum_van_ban_muc_nhay_cam as enum ('cao', 'thuong');
create type enum_van_ban_status as enum ('draft', 'published');

-- Columns

_cai_dat_v.autosave boolean
_cai_dat_v.created_at timestamp(3) with time zone not null default now()
_cai_dat_v.id integer not null default nextval('_cai_dat_v_id_seq'::regclass)
_cai_dat_v.latest boolean
_cai_dat_v.parent_id integer
_cai_dat_v.updated_at timestamp(3) with time zone not null default now()
_cai_dat_v.version__status enum__cai_dat_v_version_status default 'draft'::enum__cai_dat_v_version_status
_cai_dat_v.version_bieu_trung_id integer
_cai_dat_v.version_cap enum__cai_dat_v_version_cap
_cai_dat_v.version_co_quan_chu_quan character varying
_cai_dat_v.version_created_at timestamp(3) with time zone
_cai_dat_v.version_dia_chi character varying
_cai_dat_v.version_dien_thoai character varying
_cai_dat_v.version_email character varying
_cai_dat_v.version_khau_hieu character varying
_cai_dat_v.version_mau_chinh character varying
_cai_dat_v.version_mau_lien_ket character varying
_cai_dat_v.version_nguoi_chiu_trach_nhiem character varying
_cai_dat_v.version_nguoi_phat_ngon character varying
_cai_dat_v.version_ten_truong character varying
_cai_dat_v.version_updated_at timestamp(3) with time zone
_cai_dat_v_version_kenh_chinh_thuc._order integer not null
_cai_dat_v_version_kenh_chinh_thuc._parent_id integer not null
_cai_dat_v_version_kenh_chinh_thuc._uuid character varying
_cai_dat_v_version_kenh_chinh_thuc.dia_chi character varying
_cai_dat_v_version_kenh_chinh_thuc.id integer not null default nextval('_cai_dat_v_version_kenh_chinh_thuc_id_seq'::regclass)
_cai_dat_v_version_kenh_chinh_thuc.phu_trach character varying
_cai_dat_v_version_kenh_chinh_thuc.ten character varying
_cai_dat_v_version_menu._order integer not null
_cai_dat_v_version_menu._parent_id integer not null
_cai_dat_v_version_menu._uuid character varying
_cai_dat_v_version_menu.duong_dan character varying
_cai_dat_v_version_menu.id integer not null default nextval('_cai_dat_v_version_menu_id_seq'::regclass)
_cai_dat_v_version_menu.nhan character varying
_chu_de_v.autosave boolean
_chu_de_v.created_at timestamp(3) with time zone not null default now()
_chu_de_v.id integer not null default nextval('_chu_de_v_id_seq'::regclass)
_chu_de_v.latest boolean
_chu_de_v.parent_id integer
_chu_de_v.updated_at timestamp(3) with time zone not null default now()
_chu_de_v.version__status enum__chu_de_v_version_status default 'draft'::enum__chu_de_v_version_status
_chu_de_v.version_can_cu character varying
_chu_de_v.version_created_at timestamp(3) with time zone
_chu_de_v.version_hieu_luc_den timestamp(3) with time zone
_chu_de_v.version_hieu_luc_tu timestamp(3) with time zone
_chu_de_v.version_muc_nhay_cam enum__chu_de_v_version_muc_nhay_cam default 'thuong'::enum__chu_de_v_version_muc_nhay_cam
_chu_de_v.version_nam_hoc character varying
_chu_de_v.version_slug character varying
_chu_de_v.version_ten character varying
_chu_de_v.version_updated_at timestamp(3) with time zone
_don_vi_v.autosave boolean
_don_vi_v.created_at timestamp(3) with time zone not null default now()
_don_vi_v.id integer not null default nextval('_don_vi_v_id_seq'::regclass)
_don_vi_v.latest boolean
_don_vi_v.parent_id integer
_don_vi_v.updated_at timestamp(3) with time zone not null default now()
_don_vi_v.version__status enum__don_vi_v_version_status default 'draft'::enum__don_vi_v_version_status
_don_vi_v.version_cha_id integer
_don_vi_v.version_created_at timestamp(3) with time zone
_don_vi_v.version_hieu_luc_den timestamp(3) with time zone
_don_vi_v.version_hieu_luc_tu timestamp(3) with time zone
_don_vi_v.version_loai enum__don_vi_v_version_loai
_don_vi_v.version_phu_trach_id integer
_don_vi_v.version_slug character varying
_don_vi_v.version_ten character varying
_don_vi_v.version_updated_at timestamp(3) with time zone
_tin_bai_v.autosave boolean
_tin_bai_v.created_at timestamp(3) with time zone not null default now()
_tin_bai_v.id integer not null default nextval('_tin_bai_v_id_seq'::regclass)
_tin_bai_v.latest boolean
_tin_bai_v.parent_id integer
_tin_bai_v.updated_at timestamp(3) with time zone not null default now()
_tin_bai_v.version__status enum__tin_bai_v_version_status default 'draft'::enum__tin_bai_v_version_status
_tin_bai_v.version_anh_bia_id integer
_tin_bai_v.version_but_danh character varying
_tin_bai_v.version_co_noi_dung_ai boolean
_tin_bai_v.version_created_at timestamp(3) with time zone
_tin_bai_v.version_dinh_chinh_cho_id integer
_tin_bai_v.version_don_vi_id integer
_tin_bai_v.version_loai enum__tin_bai_v_version_loai default 'tin'::enum__tin_bai_v_version_loai
_tin_bai_v.version_muc_nhay_cam enum__tin_bai_v_version_muc_nhay_cam default 'thuong'::enum__tin_bai_v_version_muc_nhay_cam
_tin_bai_v.version_nguon_tin character varying
_tin_bai_v.version_noi_dung jsonb
_tin_bai_v.version_slug character varying
_tin_bai_v.version_su_kien_bat_dau timestamp(3) with time zone
_tin_bai_v.version_su_kien_dia_diem character varying
_tin_bai_v.version_su_kien_ket_thuc timestamp(3) with time zone
_tin_bai_v.version_tac_gia_id integer
_tin_bai_v.version_tieu_de character varying
_tin_bai_v.version_tom_tat character varying
_tin_bai_v.version_updated_at timestamp(3) with time zone
_tin_bai_v_rels.chu_de_id integer
_tin_bai_v_rels.dong_y_id integer
_tin_bai_v_rels.id integer not null default nextval('_tin_bai_v_rels_id_seq'::regclass)
_tin_bai_v_rels.nguoi_dung_id integer
_tin_bai_v_rels.order integer
_tin_bai_v_rels.parent_id integer not null
_tin_bai_v_rels.path character varying not null
_tin_bai_v_rels.tu_lieu_id integer
_trang_v.autosave boolean
_trang_v.created_at timestamp(3) with time zone not null default now()
_trang_v.id integer not null default nextval('_trang_v_id_seq'::regclass)
_trang_v.latest boolean
_trang_v.parent_id integer
_trang_v.updated_at timestamp(3) with time zone not null default now()
_trang_v.version__status enum__trang_v_version_status default 'draft'::enum__trang_v_version_status
_trang_v.version_created_at timestamp(3) with time zone
_trang_v.version_muc enum__trang_v_version_muc default 'khac'::enum__trang_v_version_muc
_trang_v.version_muc_cong_khai enum__trang_v_version_muc_cong_khai
_trang_v.version_muc_nhay_cam enum__trang_v_version_muc_nhay_cam default 'thuong'::enum__trang_v_version_muc_nhay_cam
_trang_v.version_nam_hoc character varying
_trang_v.version_noi_dung jsonb
_trang_v.version_slug character varying
_trang_v.version_thu_tu numeric
_trang_v.version_tieu_de character varying
_trang_v.version_updated_at timestamp(3) with time zone
_trang_v_rels.id integer not null default nextval('_trang_v_rels_id_seq'::regclass)
_trang_v_rels.order integer
_trang_v_rels.parent_id integer not null
_trang_v_rels.path character varying not null
_trang_v_rels.tu_lieu_id integer
_tu_lieu_v.created_at timestamp(3) with time zone not null default now()
_tu_lieu_v.id integer not null default nextval('_tu_lieu_v_id_seq'::regclass)
_tu_lieu_v.latest boolean
_tu_lieu_v.parent_id integer
_tu_lieu_v.updated_at timestamp(3) with time zone not null default now()
_tu_lieu_v.version__status enum__tu_lieu_v_version_status default 'draft'::enum__tu_lieu_v_version_status
_tu_lieu_v.version_alt_text character varying
_tu_lieu_v.version_chu_thich character varying
_tu_lieu_v.version_created_at timestamp(3) with time zone
_tu_lieu_v.version_don_vi_id integer
_tu_lieu_v.version_filename character varying
_tu_lieu_v.version_filesize numeric
_tu_lieu_v.version_focal_x numeric
_tu_lieu_v.version_focal_y numeric
_tu_lieu_v.version_giay numeric
_tu_lieu_v.version_giay_phep character varying
_tu_lieu_v.version_goc character varying
_tu_lieu_v.version_height numeric
_tu_lieu_v.version_khong_nhan_ra boolean default false
_tu_lieu_v.version_mime_type character varying
_tu_lieu_v.version_sha256 character varying
_tu_lieu_v.version_sizes_w1280_filename character varying
_tu_lieu_v.version_sizes_w1280_filesize numeric
_tu_lieu_v.version_sizes_w1280_height numeric
_tu_lieu_v.version_sizes_w1280_mime_type character varying
_tu_lieu_v.version_sizes_w1280_url character varying
_tu_lieu_v.version_sizes_w1280_width numeric
_tu_lieu_v.version_sizes_w320_filename character varying
_tu_lieu_v.version_sizes_w320_filesize numeric
_tu_lieu_v.version_sizes_w320_height numeric
_tu_lieu_v.version_sizes_w320_mime_type character varying
_tu_lieu_v.version_sizes_w320_url character varying
_tu_lieu_v.version_sizes_w320_width numeric
_tu_lieu_v.version_sizes_w640_filename character varying
_tu_lieu_v.version_sizes_w640_filesize numeric
_tu_lieu_v.version_sizes_w640_height numeric
_tu_lieu_v.version_sizes_w640_mime_type character varying
_tu_lieu_v.version_sizes_w640_url character varying
_tu_lieu_v.version_sizes_w640_width numeric
_tu_lieu_v.version_sizes_w960_filename character varying
_tu_lieu_v.version_sizes_w960_filesize numeric
_tu_lieu_v.version_sizes_w960_height numeric
_tu_lieu_v.version_sizes_w960_mime_type character varying
_tu_lieu_v.version_sizes_w960_url character varying
_tu_lieu_v.version_sizes_w960_width numeric
_tu_lieu_v.version_so_khung numeric
_tu_lieu_v.version_tac_gia_anh character varying
_tu_lieu_v.version_tac_gia_id integer
_tu_lieu_v.version_ten_goc character varying
_tu_lieu_v.version_thumbnail_u_r_l character varying
_tu_lieu_v.version_trung numeric
_tu_lieu_v.version_updated_at timestamp(3) with time zone
_tu_lieu_v.version_url character varying
_tu_lieu_v.version_width numeric
_tu_lieu_v_rels.dong_y_id integer
_tu_lieu_v_rels.id integer not null default nextval('_tu_lieu_v_rels_id_seq'::regclass)
_tu_lieu_v_rels.order integer
_tu_lieu_v_rels.parent_id integer not null
_tu_lieu_v_rels.path character varying not null
_van_ban_v.autosave boolean
_van_ban_v.created_at timestamp(3) with time zone not null default now()
_van_ban_v.id integer not null default nextval('_van_ban_v_id_seq'::regclass)
_van_ban_v.latest boolean
_van_ban_v.parent_id integer
_van_ban_v.updated_at timestamp(3) with time zone not null default now()
_van_ban_v.version__status enum__van_ban_v_version_status default 'draft'::enum__van_ban_v_version_status
_van_ban_v.version_co_quan_ban_hanh character varying
_van_ban_v.version_created_at timestamp(3) with time zone
_van_ban_v.version_hieu_luc enum__van_ban_v_version_hieu_luc default 'conHieuLuc'::enum__van_ban_v_version_hieu_luc
_van_ban_v.version_loai enum__van_ban_v_version_loai
_van_ban_v.version_muc_nhay_cam enum__van_ban_v_version_muc_nhay_cam default 'thuong'::enum__van_ban_v_version_muc_nhay_cam
_van_ban_v.version_ngay_ban_hanh timestamp(3) with time zone
_van_ban_v.version_ngay_hieu_luc timestamp(3) with time zone
_van_ban_v.version_nguoi_ky character varying
_van_ban_v.version_slug character varying
_van_ban_v.version_so_ky_hieu character varying
_van_ban_v.version_tac_gia_id integer
_van_ban_v.version_tep_id integer
_van_ban_v.version_trich_yeu character varying
_van_ban_v.version_updated_at timestamp(3) with time zone
_van_ban_v_rels.chu_de_id integer
_van_ban_v_rels.id integer not null default nextval('_van_ban_v_rels_id_seq'::regclass)
_van_ban_v_rels.order integer
_van_ban_v_rels.parent_id integer not null
_van_ban_v_rels.path character varying not null
anh_dang.an_den timestamp with time zone
anh_dang.ban_dang_id integer not null
anh_dang.con_sau integer not null
anh_dang.don_vi numeric
anh_dang.khan_den timestamp with time zone
anh_dang.luc timestamp with time zone not null
anh_dang.ma_tep text not null
anh_dang.nam_hoc integer not null
anh_dang.tai_lieu numeric not null
bai_gui.ai text not null
bai_gui.byte bigint not null default 0
bai_gui.don_vi integer not null
bai_gui.dong_y text not null
bai_gui.gop_vao bigint
bai_gui.id bigint not null default nextval('bai_gui_id_seq'::regclass)
bai_gui.khong_dung text
bai_gui.luc timestamp(3) with time zone not null default ct_nay()
bai_gui.ma bigint not null
bai_gui.ngay_viec date not null
bai_gui.nguoi_gui text not null default ''::text
bai_gui.nguoi_xac_nhan text not null
bai_gui.noi_truoc text not null default ''::text
bai_gui.phieu text
bai_gui.so text not null
bai_gui.thoi_luc timestamp(3) with time zone
bai_gui.tin_bai integer not null
bai_gui.xac_nhan_han timestamp(3) with time zone
bai_gui.xac_nhan_khong text
bai_gui.xac_nhan_loi text
bai_gui.xac_nhan_luc timestamp(3) with time zone
bai_gui.xac_nhan_ma text
bai_gui.xac_nhan_ten text
ban_dang.an_den timestamp(3) with time zone
ban_dang.ban_trinh_id integer not null
ban_dang.bo_suu_tap character varying not null
ban_dang.created_at timestamp(3) with time zone not null default now()
ban_dang.dang_lan_dau timestamp(3) with time zone not null
ban_dang.duyet_chuc_vu character varying
ban_dang.duyet_ho_ten character varying not null
ban_dang.duyet_luc timestamp(3) with time zone not null
ban_dang.duyet_uy_quyen character varying
ban_dang.id integer not null default nextval('ban_dang_id_seq'::regclass)
ban_dang.ket_thuc_luc timestamp(3) with time zone
ban_dang.khan_den timestamp(3) with time zone
ban_dang.lan numeric not null
ban_dang.loai character varying
ban_dang.ly_do_go character varying
ban_dang.mot_lanh_dao boolean
ban_dang.noi_dung text not null
ban_dang.slug character varying not null
ban_dang.tai_lieu numeric not null
ban_dang.tieu_de character varying not null
ban_dang.updated_at timestamp(3) with time zone not null default now()
ban_dang.van_tay character varying not null
ban_luu.ban integer not null
ban_luu.ban_trinh integer
ban_luu.bat_dau timestamp(3) with time zone not null default ct_nay()
ban_luu.bo_suu_tap text not null
ban_luu.dua_lai integer
ban_luu.id integer not null default nextval('ban_luu_id_seq'::regclass)
ban_luu.luc timestamp(3) with time zone not null default ct_nay()
ban_luu.nguoi integer
ban_luu.phien_ban integer not null
ban_luu.tai_lieu integer not null
ban_luu.ten_nguoi text not null
ban_trinh.bang_chung text
ban_trinh.bo_suu_tap character varying not null
ban_trinh.buoc jsonb not null
ban_trinh.created_at timestamp(3) with time zone not null default now()
ban_trinh.da_qua jsonb
ban_trinh.ghi_nhan jsonb
ban_trinh.id integer not null default nextval('ban_trinh_id_seq'::regclass)
ban_trinh.lan numeric not null
ban_trinh.loai character varying
ban_trinh.mot_lanh_dao boolean
ban_trinh.muc_nhay_cam character varying not null
ban_trinh.nguoi_dong_gop jsonb not null
ban_trinh.nguoi_trinh numeric not null
ban_trinh.noi_dung text not null
ban_trinh.slug character varying not null
ban_trinh.tac_gia numeric
ban_trinh.tai_lieu numeric not null
ban_trinh.ten_nguoi_trinh character varying not null
ban_trinh.tieu_de character varying not null
ban_trinh.updated_at timestamp(3) with time zone not null default now()
ban_trinh.van_tay character varying not null
ban_trinh.van_tay_bang_chung character varying
cach_bao.cach text not null
cach_bao.nguoi integer not null
cai_dat._status enum_cai_dat_status default 'draft'::enum_cai_dat_status
cai_dat.bieu_trung_id integer
cai_dat.cap enum_cai_dat_cap
cai_dat.co_quan_chu_quan character varying
cai_dat.created_at timestamp(3) with time zone not null default now()
cai_dat.dia_chi character varying
cai_dat.dien_thoai character varying
cai_dat.email character varying
cai_dat.id integer not null default nextval('cai_dat_id_seq'::regclass)
cai_dat.khau_hieu character varying
cai_dat.mau_chinh character varying
cai_dat.mau_lien_ket character varying
cai_dat.nguoi_chiu_trach_nhiem character varying
cai_dat.nguoi_phat_ngon character varying
cai_dat.ten_truong character varying
cai_dat.updated_at timestamp(3) with time zone not null default now()
cai_dat_kenh_chinh_thuc._order integer not null
cai_dat_kenh_chinh_thuc._parent_id integer not null
cai_dat_kenh_chinh_thuc.dia_chi character varying
cai_dat_kenh_chinh_thuc.id character varying not null
cai_dat_kenh_chinh_thuc.phu_trach character varying
cai_dat_kenh_chinh_thuc.ten character varying
cai_dat_menu._order integer not null
cai_dat_menu._parent_id integer not null
cai_dat_menu.duong_dan character varying
cai_dat_menu.id character varying not null
cai_dat_menu.nhan character varying
cho_ky.ky jsonb
cho_ky.luc timestamp(3) with time zone not null default ct_nay()
cho_ky.luc_ky text not null
cho_ky.mo_ta text not null
cho_ky.nguoi integer not null
cho_ky.noi_dung text not null
cho_ky.phien text not null
cho_ky.sau_bam text not null
cho_ky.sau_so bigint not null
cho_ky.ve text not null
chu_de._status enum_chu_de_status default 'draft'::enum_chu_de_status
chu_de.can_cu character varying
chu_de.created_at timestamp(3) with time zone not null default now()
chu_de.hieu_luc_den timestamp(3) with time zone
chu_de.hieu_luc_tu timestamp(3) with time zone
chu_de.id integer not null default nextval('chu_de_id_seq'::regclass)
chu_de.muc_nhay_cam enum_chu_de_muc_nhay_cam default 'thuong'::enum_chu_de_muc_nhay_cam
chu_de.nam_hoc character varying
chu_de.slug character varying
chu_de.ten character varying
chu_de.updated_at timestamp(3) with time zone not null default now()
chu_de_dang.ban_dang_id integer not null
chu_de_dang.chu_de integer not null
chu_de_dang.luc timestamp with time zone not null
da_doc.ban integer not null
da_doc.id bigint not null default nextval('da_doc_id_seq'::regclass)
da_doc.luc timestamp(3) with time zone not null default ct_nay()
da_doc.nam_hoc text not null
da_doc.nguoi integer not null
danh_tinh.dia_chi text not null
danh_tinh.luc timestamp(3) with time zone not null default ct_nay()
danh_tinh.so smallint not null default 1
don_vi._status enum_don_vi_status default 'draft'::enum_don_vi_status
don_vi.cha_id integer
don_vi.created_at timestamp(3) with time zone not null default now()
don_vi.hieu_luc_den timestamp(3) with time zone
don_vi.hieu_luc_tu timestamp(3) with time zone
don_vi.id integer not null default nextval('don_vi_id_seq'::regclass)
don_vi.loai enum_don_vi_loai
don_vi.phu_trach_id integer
don_vi.slug character varying
don_vi.ten character varying
don_vi.updated_at timestamp(3) with time zone not null default now()
dong_y.chinh_chu boolean default true
dong_y.created_at timestamp(3) with time zone not null default now()
dong_y.giay_to text
dong_y.han timestamp(3) with time zone
dong_y.ho_ten character varying not null
dong_y.id integer not null default nextval('dong_y_id_seq'::regclass)
dong_y.ly_do_rut text
dong_y.muc_dich character varying
dong_y.nam_sinh numeric
dong_y.nguoi_dam_ho character varying
dong_y.tac_gia_id integer
dong_y.thu_hoi_luc timestamp(3) with time zone
dong_y.updated_at timestamp(3) with time zone not null default now()
dong_y_kenh.id integer not null default nextval('dong_y_kenh_id_seq'::regclass)
dong_y_kenh.order integer not null
dong_y_kenh.parent_id integer not null
dong_y_kenh.value enum_dong_y_kenh
dot_gui.bai integer
dot_gui.den date not null
dot_gui.het_luc timestamp(3) with time zone
dot_gui.id integer not null default nextval('dot_gui_id_seq'::regclass)
dot_gui.loai text not null
dot_gui.luc timestamp(3) with time zone not null default ct_nay()
dot_gui.nguoi integer not null
dot_gui.ten text not null
dot_gui.the_le text not null default ''::text
giai_dot.giai text not null
giai_dot.luc timestamp(3) with time zone not null default ct_nay()
giai_dot.nguoi integer not null
giai_dot.so text not null
goi_trinh.id integer not null default nextval('goi_trinh_id_seq'::regclass)
goi_trinh.khai_truong boolean not null default false
goi_trinh.luc timestamp(3) with time zone not null default ct_nay()
goi_trinh.nguoi integer not null
goi_trinh.ten text not null
goi_trinh.ten_nguoi text not null
goi_trinh_muc.ban_trinh integer not null
goi_trinh_muc.goi integer not null
goi_trinh_muc.thu_tu integer not null
gui_dot.byte bigint not null default 0
gui_dot.don_vi integer not null
gui_dot.dong_y text not null
gui_dot.dot integer not null
gui_dot.id bigint not null default nextval('gui_dot_id_seq'::regclass)
gui_dot.loi text not null default ''::text
gui_dot.luc timestamp(3) with time zone not null default ct_nay()
gui_dot.ma bigint not null
gui_dot.nguoi_gui text not null default ''::text
gui_dot.phieu text not null
gui_dot.so text not null
gui_dot.ten text not null default ''::text
gui_dot.tu_lieu integer[] not null
ho_so.ban_dang_id integer
ho_so.ban_trinh_id integer
ho_so.bo_suu_tap character varying not null
ho_so.created_at timestamp(3) with time zone not null default now()
ho_so.don_vi_cho numeric
ho_so.hen_gio_luc timestamp(3) with time zone
ho_so.id integer not null default nextval('ho_so_id_seq'::regclass)
ho_so.khong_cho character varying
ho_so.loai character varying
ho_so.loi_hen_gio character varying
ho_so.muc_nhay_cam character varying
ho_so.nguoi_cho character varying
ho_so.nguoi_dong_gop jsonb
ho_so.nguoi_hen_gio numeric
ho_so.phien_ban integer not null default 1
ho_so.sua_sau_trinh jsonb
ho_so.tac_gia numeric
ho_so.tai_lieu numeric not null
ho_so.tieu_de character varying
ho_so.trang_thai character varying not null
ho_so.updated_at timestamp(3) with time zone not null default now()
ho_so.vai_tro_cho character varying
hoi_lop.bai_gui bigint not null
hoi_lop.hoi text not null
hoi_lop.id bigint not null default nextval('hoi_lop_id_seq'::regclass)
hoi_lop.luc timestamp(3) with time zone not null default ct_nay()
hoi_lop.nguoi integer
hoi_lop.tra_loi text
hoi_lop.tra_loi_luc timestamp(3) with time zone
hop_thu.ban_trinh integer
hop_thu.dan text not null
hop_thu.doc_luc timestamp(3) with time zone
hop_thu.id bigint not null default nextval('hop_thu_id_seq'::regclass)
hop_thu.khoa text not null
hop_thu.loai text not null
hop_thu.loi text not null default ''::text
hop_thu.luc timestamp(3) with time zone not null default ct_nay()
hop_thu.nguoi integer not null
hop_thu.so numeric not null
hop_thu.thu text not null
hop_thu.thu_lan integer not null default 0
hop_thu.thu_loi text
hop_thu.thu_luc timestamp(3) with time zone
hop_thu.thu_sau timestamp(3) with time zone not null default ct_nay()
hop_thu.tieu_de text not null
hop_thu_toi.mot boolean not null default true
hop_thu_toi.so numeric not null
ke_hoach.can_cu text[] not null default '{}'::text[]
ke_hoach.id integer not null default nextval('ke_hoach_id_seq'::regclass)
ke_hoach.luc timestamp with time zone not null default ct_nay()
ke_hoach.nam_hoc text not null
ke_hoach.nguoi_lap integer
ke_hoach_bai.dong text not null
ke_hoach_bai.luc timestamp with time zone not null default ct_nay()
ke_hoach_bai.nguoi integer
ke_hoach_bai.tin_bai integer not null
ke_hoach_dong.bo_luc timestamp with time zone
ke_hoach_dong.bo_sung text not null default ''::text
ke_hoach_dong.chu_de integer[] not null default '{}'::integer[]
ke_hoach_dong.don_vi integer[] not null default '{}'::integer[]
ke_hoach_dong.ke_hoach integer not null
ke_hoach_dong.lan integer not null default 1
ke_hoach_dong.ma text not null
ke_hoach_dong.nguoi integer[] not null default '{}'::integer[]
ke_hoach_dong.nguoi_chu text not null default ''::text
ke_hoach_dong.noi_dung text not null
ke_hoach_dong.phoi_hop text not null default ''::text
ke_hoach_dong.san_pham text[] not null default '{}'::text[]
ke_hoach_dong.su_kien_den date
ke_hoach_dong.su_kien_tu date
ke_hoach_dong.thang integer[] not null default '{}'::integer[]
ke_hoach_dong.thu_tu integer not null
ke_hoach_dong.tu text
kenh_dang.ban_dang integer not null
kenh_dang.bo_suu_tap text not null
kenh_dang.dia_chi text not null default ''::text
kenh_dang.ghi_chu text not null default ''::text
kenh_dang.id bigint not null default nextval('kenh_dang_id_seq'::regclass)
kenh_dang.kenh text not null
kenh_dang.ket_qua text not null
kenh_dang.luc timestamp(3) with time zone not null default ct_nay()
kenh_dang.ngay date not null
kenh_dang.nguoi integer not null
kenh_dang.tai_lieu integer not null
khoa_cho.bao_lanh jsonb not null default '[]'::jsonb
khoa_cho.cred_id text not null
khoa_cho.luc timestamp(3) with time zone not null default ct_nay()
khoa_cho.luc_ky text not null
khoa_cho.ma text not null
khoa_cho.nguoi integer not null
khoa_cho.rp_id text not null
khoa_cho.spki text not null
khoa_cho.ten text not null default ''::text
khoa_cho.tu_ky jsonb not null
khoa_nguoi.cred_id text not null
khoa_nguoi.luc timestamp(3) with time zone not null default ct_nay()
khoa_nguoi.ma text not null
khoa_nguoi.nguoi integer not null
khoa_nguoi.ten text not null default ''::text
khong_hien.het_luc timestamp(3) with time zone
khong_hien.ho_ten text not null
khong_hien.id bigint not null default nextval('khong_hien_id_seq'::regclass)
khong_hien.luc timestamp(3) with time zone not null default ct_nay()
khong_hien.ly_do text not null
khong_hien.nam_sinh integer
khong_hien.nguoi integer not null
khong_hien.nguoi_het integer
loi_moi.bam text
loi_moi.han timestamp(3) with time zone not null
loi_moi.moi_luc timestamp(3) with time zone not null
loi_moi.nguoi_dung integer not null
loi_moi.nguoi_moi integer
loi_moi.nhan_luc timestamp(3) with time zone
loi_moi.xac_nhan boolean not null
ma_du_phong.bam text not null
ma_du_phong.dung_luc timestamp(3) with time zone
ma_du_phong.nguoi integer not null
ma_gui_bai.don_vi integer not null
ma_gui_bai.han timestamp(3) with time zone not null
ma_gui_bai.het_luc timestamp(3) with time zone
ma_gui_bai.id bigint not null default nextval('ma_gui_bai_id_seq'::regclass)
ma_gui_bai.lan integer not null default 0
ma_gui_bai.luc timestamp(3) with time zone not null default ct_nay()
ma_gui_bai.ma text not null
ma_gui_bai.nam_hoc text not null
ma_gui_bai.nguoi integer
ma_xac_nhan.bi_mat text not null
ma_xac_nhan.buoc_cuoi bigint not null default 0
ma_xac_nhan.dung_tu timestamp(3) with time zone
ma_xac_nhan.luc timestamp(3) with time zone not null default ct_nay()
ma_xac_nhan.nguoi integer not null
nguoi_dung.chuc_vu character varying
nguoi_dung.created_at timestamp(3) with time zone not null default now()
nguoi_dung.dia_chi_xac_nhan timestamp(3) with time zone
nguoi_dung.don_vi_id integer
nguoi_dung.email character varying not null
nguoi_dung.email_moi character varying
nguoi_dung.email_moi_han timestamp(3) with time zone
nguoi_dung.hash character varying
nguoi_dung.ho_ten character varying not null
nguoi_dung.id integer not null default nextval('nguoi_dung_id_seq'::regclass)
nguoi_dung.kich_hoat boolean default true
nguoi_dung.reset_password_expiration timestamp(3) with time zone
nguoi_dung.reset_password_requested_at timestamp(3) with time zone
nguoi_dung.reset_password_token character varying
nguoi_dung.salt character varying
nguoi_dung.ten_sap_xep character varying
nguoi_dung.updated_at timestamp(3) with time zone not null default now()
nguoi_dung_sessions._order integer not null
nguoi_dung_sessions._parent_id integer not null
nguoi_dung_sessions.created_at timestamp(3) with time zone
nguoi_dung_sessions.expires_at timestamp(3) with time zone not null
nguoi_dung_sessions.id character varying not null
nguoi_dung_sessions.thiet_bi text
nguoi_dung_sessions.xac_nhan_luc timestamp(3) with time zone
nguoi_dung_vai_tro.id integer not null default nextval('nguoi_dung_vai_tro_id_seq'::regclass)
nguoi_dung_vai_tro.order integer not null
nguoi_dung_vai_tro.parent_id integer not null
nguoi_dung_vai_tro.value enum_nguoi_dung_vai_tro
nguoi_trong_tep.dong_y integer not null
nguoi_trong_tep.luc timestamp(3) with time zone not null default ct_nay()
nguoi_trong_tep.sha256 text not null
nhac_viec.bac text not null
nhac_viec.luc timestamp(3) with time zone not null default ct_nay()
nhac_viec.so integer not null
nhac_viec.thang text not null
nhat_ky.bam character varying not null
nhat_ky.bo_suu_tap character varying
nhat_ky.chi_tiet character varying not null
nhat_ky.created_at timestamp(3) with time zone not null default now()
nhat_ky.hanh_dong character varying not null
nhat_ky.id integer not null default nextval('nhat_ky_id_seq'::regclass)
nhat_ky.luc character varying not null
nhat_ky.nguoi numeric
nhat_ky.so numeric not null
nhat_ky.tai_lieu numeric
nhat_ky.ten_nguoi character varying
nhat_ky.truoc character varying not null
nhat_ky.updated_at timestamp(3) with time zone not null default now()
payload_kv.data jsonb not null
payload_kv.id integer not null default nextval('payload_kv_id_seq'::regclass)
payload_kv.key character varying not null
payload_migrations.batch numeric
payload_migrations.created_at timestamp(3) with time zone not null default now()
payload_migrations.id integer not null default nextval('payload_migrations_id_seq'::regclass)
payload_migrations.name character varying
payload_migrations.updated_at timestamp(3) with time zone not null default now()
payload_preferences.created_at timestamp(3) with time zone not null default now()
payload_preferences.id integer not null default nextval('payload_preferences_id_seq'::regclass)
payload_preferences.key character varying
payload_preferences.updated_at timestamp(3) with time zone not null default now()
payload_preferences.value jsonb
payload_preferences_rels.id integer not null default nextval('payload_preferences_rels_id_seq'::regclass)
payload_preferences_rels.nguoi_dung_id integer
payload_preferences_rels.order integer
payload_preferences_rels.parent_id integer not null
payload_preferences_rels.path character varying not null
phieu_duyet.ban_trinh_id integer not null
phieu_duyet.buoc character varying not null
phieu_duyet.chu_ky character varying not null
phieu_duyet.chuc_vu character varying
phieu_duyet.created_at timestamp(3) with time zone not null default now()
phieu_duyet.ho_ten character varying not null
phieu_duyet.id integer not null default nextval('phieu_duyet_id_seq'::regclass)
phieu_duyet.khan_den character varying
phieu_duyet.khoa character varying not null
phieu_duyet.kiem_tra jsonb
phieu_duyet.luc character varying not null
phieu_duyet.ly_do character varying
phieu_duyet.nguoi numeric not null
phieu_duyet.noi_dung_ky character varying not null
phieu_duyet.phien_ban_kiem_tra numeric
phieu_duyet.quyet_dinh character varying not null
phieu_duyet.tu_cach character varying not null
phieu_duyet.updated_at timestamp(3) with time zone not null default now()
phieu_duyet.uy_quyen numeric
phieu_duyet.vai_tro character varying not null
phieu_duyet.van_tay character varying not null
phieu_duyet.van_tay_khung character varying not null
phieu_thay.cu integer not null
phieu_thay.luc timestamp(3) with time zone not null default ct_nay()
phieu_thay.moi integer not null
phieu_thay.nguoi integer
quy_che.created_at timestamp(3) with time zone
quy_che.dang_ngay boolean default true
quy_che.gio_xac_nhan_khan numeric default 12
quy_che.id integer not null default nextval('quy_che_id_seq'::regclass)
quy_che.ky_thiet_bi boolean default false
quy_che.lop_hai_tu timestamp(3) with time zone
quy_che.mot_lanh_dao boolean default false
quy_che.nhac_viec_chu_viec numeric default 20
quy_che.nhac_viec_truong_don_vi numeric default 24
quy_che.nhac_viec_van_phong numeric default 28
quy_che.phien_ban_kiem_tra numeric
quy_che.phim_toi_da numeric default 40
quy_che.preset character varying
quy_che.ten_don_vi character varying
quy_che.updated_at timestamp(3) with time zone
quy_che_ban.id integer not null default nextval('quy_che_ban_id_seq'::regclass)
quy_che_ban.noi_dung text not null
quy_che_ban.so integer not null
quy_che_ban.tu timestamp with time zone not null
quy_che_ban.van_tay text not null
quy_che_buoc._order integer not null
quy_che_buoc._parent_id integer not null
quy_che_buoc.chi_nhay_cam boolean
quy_che_buoc.don_vi_id integer
quy_che_buoc.id character varying not null
quy_che_buoc.khac_nguoi boolean
quy_che_buoc.ma character varying not null
quy_che_buoc.ten character varying not null
quy_che_buoc.ten_don_vi character varying
quy_che_buoc.vai_tro enum_quy_che_buoc_vai_tro not null
quy_che_buoc_ap_dung.id integer not null default nextval('quy_che_buoc_ap_dung_id_seq'::regclass)
quy_che_buoc_ap_dung.order integer not null
quy_che_buoc_ap_dung.parent_id character varying not null
quy_che_buoc_ap_dung.value enum_quy_che_buoc_ap_dung
quy_che_buoc_bo_suu_tap.id integer not null default nextval('quy_che_buoc_bo_suu_tap_id_seq'::regclass)
quy_che_buoc_bo_suu_tap.order integer not null
quy_che_buoc_bo_suu_tap.parent_id character varying not null
quy_che_buoc_bo_suu_tap.value enum_quy_che_buoc_bo_suu_tap
quy_che_chi_tieu._order integer not null
quy_che_chi_tieu._parent_id integer not null
quy_che_chi_tieu.chu_thich boolean
quy_che_chi_tieu.dem_theo enum_quy_che_chi_tieu_dem_theo not null default 'gui'::enum_quy_che_chi_tieu_dem_theo
quy_che_chi_tieu.den_thang character varying
quy_che_chi_tieu.doi_tuong enum_quy_che_chi_tieu_doi_tuong not null
quy_che_chi_tieu.giay numeric
quy_che_chi_tieu.id character varying not null
quy_che_chi_tieu.ky_han enum_quy_che_chi_tieu_ky_han not null default 'thang'::enum_quy_che_chi_tieu_ky_han
quy_che_chi_tieu.loai enum_quy_che_chi_tieu_loai
quy_che_chi_tieu.ma character varying not null
quy_che_chi_tieu.megapixel numeric
quy_che_chi_tieu.san_pham enum_quy_che_chi_tieu_san_pham not null default 'tinBai'::enum_quy_che_chi_tieu_san_pham
quy_che_chi_tieu.so_luong numeric not null default 1
quy_che_chi_tieu.ten character varying not null
quy_che_chi_tieu.toi enum_quy_che_chi_tieu_toi
quy_che_chi_tieu.tu_thang character varying
quy_che_chi_tieu_loai_don_vi.id integer not null default nextval('quy_che_chi_tieu_loai_don_vi_id_seq'::regclass)
quy_che_chi_tieu_loai_don_vi.order integer not null
quy_che_chi_tieu_loai_don_vi.parent_id character varying not null
quy_che_chi_tieu_loai_don_vi.value enum_quy_che_chi_tieu_loai_don_vi
quy_che_kiem_tra._order integer not null
quy_che_kiem_tra._parent_id integer not null
quy_che_kiem_tra.bat_buoc boolean
quy_che_kiem_tra.id character varying not null
quy_che_kiem_tra.ma character varying not null
quy_che_kiem_tra.noi_dung character varying not null
quy_che_kiem_tra_ap_dung.id integer not null default nextval('quy_che_kiem_tra_ap_dung_id_seq'::regclass)
quy_che_kiem_tra_ap_dung.order integer not null
quy_che_kiem_tra_ap_dung.parent_id character varying not null
quy_che_kiem_tra_ap_dung.value enum_quy_che_kiem_tra_ap_dung
quy_che_kiem_tra_bo_suu_tap.id integer not null default nextval('quy_che_kiem_tra_bo_suu_tap_id_seq'::regclass)
quy_che_kiem_tra_bo_suu_tap.order integer not null
quy_che_kiem_tra_bo_suu_tap.parent_id character varying not null
quy_che_kiem_tra_bo_suu_tap.value enum_quy_che_kiem_tra_bo_suu_tap
quy_che_kiem_tra_can_cu._order integer not null
quy_che_kiem_tra_can_cu._parent_id character varying not null
quy_che_kiem_tra_can_cu.den_ngay timestamp(3) with time zone
quy_che_kiem_tra_can_cu.id character varying not null
quy_che_kiem_tra_can_cu.tu_ngay timestamp(3) with time zone
quy_che_kiem_tra_can_cu.van_ban character varying not null
quy_che_ly_do_go._order integer not null
quy_che_ly_do_go._parent_id integer not null
quy_che_ly_do_go.id character varying not null
quy_che_ly_do_go.ma character varying not null
quy_che_ly_do_go.noi_dung character varying not null
quy_che_mien_lien_ket._order integer not null
quy_che_mien_lien_ket._parent_id integer not null
quy_che_mien_lien_ket.id character varying not null
quy_che_mien_lien_ket.mien character varying not null
quy_che_ngay_nghi._order integer not null
quy_che_ngay_nghi._parent_id integer not null
quy_che_ngay_nghi.den character varying not null
quy_che_ngay_nghi.id character varying not null
quy_che_ngay_nghi.ten character varying not null
quy_che_ngay_nghi.tu character varying not null
quy_che_rels.id integer not null default nextval('quy_che_rels_id_seq'::regclass)
quy_che_rels.nguoi_dung_id integer
quy_che_rels.order integer
quy_che_rels.parent_id integer not null
quy_che_rels.path character varying not null
quy_che_ten_mien_email._order integer not null
quy_che_ten_mien_email._parent_id integer not null
quy_che_ten_mien_email.id character varying not null
quy_che_ten_mien_email.ten_mien character varying not null
san_pham.ban_dang_id integer
san_pham.ban_trinh_id integer
san_pham.bo_suu_tap text not null
san_pham.chu_de integer[] not null default '{}'::integer[]
san_pham.chu_thich boolean not null default false
san_pham.dang_chu_de integer[] not null default '{}'::integer[]
san_pham.dang_chu_thich boolean not null default false
san_pham.dang_diem_anh bigint
san_pham.dang_don_vi integer
san_pham.dang_don_vi_loai text
san_pham.dang_giay numeric
san_pham.dang_loai text
san_pham.dang_lop integer
san_pham.dang_luc timestamp with time zone
san_pham.dang_nguoi integer[] not null default '{}'::integer[]
san_pham.dang_thang date
san_pham.diem_anh bigint
san_pham.don_vi integer
san_pham.don_vi_loai text
san_pham.giay numeric
san_pham.go_luc timestamp with time zone
san_pham.gui_luc timestamp with time zone
san_pham.gui_thang date
san_pham.loai text not null
san_pham.lop integer
san_pham.muc_nhay_cam text not null
san_pham.nguoi integer[] not null default '{}'::integer[]
san_pham.rut_luc timestamp with time zone
san_pham.san_pham text not null
san_pham.tai_lieu integer not null
san_pham.theo_ban_ghi boolean not null
tep_da_che.bo_luc timestamp(3) with time zone
tep_da_che.id bigint not null default nextval('tep_da_che_id_seq'::regclass)
tep_da_che.luc timestamp(3) with time zone not null default ct_nay()
tep_da_che.sha256 text not null
tep_da_che.ten text not null default ''::text
tep_da_che.tu_lieu integer not null
tep_lop_gui.dong_y text not null
tep_lop_gui.luc timestamp(3) with time zone not null default ct_nay()
tep_lop_gui.sha256 text not null
tep_lop_gui.tu_lieu integer not null
thanh_vien.created_at timestamp(3) with time zone not null default now()
thanh_vien.den timestamp(3) with time zone
thanh_vien.don_vi_id integer not null
thanh_vien.id integer not null default nextval('thanh_vien_id_seq'::regclass)
thanh_vien.nguoi_id integer not null
thanh_vien.tu timestamp(3) with time zone not null
thanh_vien.updated_at timestamp(3) with time zone not null default now()
thanh_vien.vai enum_thanh_vien_vai not null default 'thanhVien'::enum_thanh_vien_vai
the_he.mot boolean not null default true
the_he.so bigint not null
tin_bai._status enum_tin_bai_status default 'draft'::enum_tin_bai_status
tin_bai.anh_bia_id integer
tin_bai.but_danh character varying
tin_bai.co_noi_dung_ai boolean
tin_bai.created_at timestamp(3) with time zone not null default now()
tin_bai.dinh_chinh_cho_id integer
tin_bai.don_vi_id integer
tin_bai.id integer not null default nextval('tin_bai_id_seq'::regclass)
tin_bai.loai enum_tin_bai_loai default 'tin'::enum_tin_bai_loai
tin_bai.muc_nhay_cam enum_tin_bai_muc_nhay_cam default 'thuong'::enum_tin_bai_muc_nhay_cam
tin_bai.nguon_tin character varying
tin_bai.noi_dung jsonb
tin_bai.slug character varying
tin_bai.su_kien_bat_dau timestamp(3) with time zone
tin_bai.su_kien_dia_diem character varying
tin_bai.su_kien_ket_thuc timestamp(3) with time zone
tin_bai.tac_gia_id integer
tin_bai.tieu_de character varying
tin_bai.tom_tat character varying
tin_bai.updated_at timestamp(3) with time zone not null default now()
tin_bai_rels.chu_de_id integer
tin_bai_rels.dong_y_id integer
tin_bai_rels.id integer not null default nextval('tin_bai_rels_id_seq'::regclass)
tin_bai_rels.nguoi_dung_id integer
tin_bai_rels.order integer
tin_bai_rels.parent_id integer not null
tin_bai_rels.path character varying not null
tin_bai_rels.tu_lieu_id integer
trang._status enum_trang_status default 'draft'::enum_trang_status
trang.created_at timestamp(3) with time zone not null default now()
trang.id integer not null default nextval('trang_id_seq'::regclass)
trang.muc enum_trang_muc default 'khac'::enum_trang_muc
trang.muc_cong_khai enum_trang_muc_cong_khai
trang.muc_nhay_cam enum_trang_muc_nhay_cam default 'thuong'::enum_trang_muc_nhay_cam
trang.nam_hoc character varying
trang.noi_dung jsonb
trang.slug character varying
trang.thu_tu numeric
trang.tieu_de character varying
trang.updated_at timestamp(3) with time zone not null default now()
trang_rels.id integer not null default nextval('trang_rels_id_seq'::regclass)
trang_rels.order integer
trang_rels.parent_id integer not null
trang_rels.path character varying not null
trang_rels.tu_lieu_id integer
tu_lieu._status enum_tu_lieu_status default 'draft'::enum_tu_lieu_status
tu_lieu.alt_text character varying
tu_lieu.chu_thich character varying
tu_lieu.created_at timestamp(3) with time zone not null default now()
tu_lieu.don_vi_id integer
tu_lieu.filename character varying
tu_lieu.filesize numeric
tu_lieu.focal_x numeric
tu_lieu.focal_y numeric
tu_lieu.giay numeric
tu_lieu.giay_phep character varying
tu_lieu.goc character varying
tu_lieu.goc_nguoi integer[]
tu_lieu.height numeric
tu_lieu.id integer not null default nextval('tu_lieu_id_seq'::regclass)
tu_lieu.khong_nhan_ra boolean default false
tu_lieu.mime_type character varying
tu_lieu.sha256 character varying
tu_lieu.sizes_w1280_filename character varying
tu_lieu.sizes_w1280_filesize numeric
tu_lieu.sizes_w1280_height numeric
tu_lieu.sizes_w1280_mime_type character varying
tu_lieu.sizes_w1280_url character varying
tu_lieu.sizes_w1280_width numeric
tu_lieu.sizes_w320_filename character varying
tu_lieu.sizes_w320_filesize numeric
tu_lieu.sizes_w320_height numeric
tu_lieu.sizes_w320_mime_type character varying
tu_lieu.sizes_w320_url character varying
tu_lieu.sizes_w320_width numeric
tu_lieu.sizes_w640_filename character varying
tu_lieu.sizes_w640_filesize numeric
tu_lieu.sizes_w640_height numeric
tu_lieu.sizes_w640_mime_type character varying
tu_lieu.sizes_w640_url character varying
tu_lieu.sizes_w640_width numeric
tu_lieu.sizes_w960_filename character varying
tu_lieu.sizes_w960_filesize numeric
tu_lieu.sizes_w960_height numeric
tu_lieu.sizes_w960_mime_type character varying
tu_lieu.sizes_w960_url character varying
tu_lieu.sizes_w960_width numeric
tu_lieu.so_khung numeric
tu_lieu.tac_gia_anh character varying
tu_lieu.tac_gia_id integer
tu_lieu.ten_goc character varying
tu_lieu.thumbnail_u_r_l character varying
tu_lieu.trung numeric
tu_lieu.updated_at timestamp(3) with time zone not null default now()
tu_lieu.url character varying
tu_lieu.width numeric
tu_lieu_rels.dong_y_id integer
tu_lieu_rels.id integer not null default nextval('tu_lieu_rels_id_seq'::regclass)
tu_lieu_rels.order integer
tu_lieu_rels.parent_id integer not null
tu_lieu_rels.path character varying not null
tu_tieu_de.tu text not null
uy_quyen.created_at timestamp(3) with time zone not null default now()
uy_quyen.den_ngay timestamp(3) with time zone not null
uy_quyen.id integer not null default nextval('uy_quyen_id_seq'::regclass)
uy_quyen.nguoi_duoc_uy_quyen_id integer not null
uy_quyen.nguoi_uy_quyen_id integer not null
uy_quyen.pham_vi enum_uy_quyen_pham_vi not null
uy_quyen.so_van_ban character varying not null
uy_quyen.thu_hoi_luc timestamp(3) with time zone
uy_quyen.tu_ngay timestamp(3) with time zone not null
uy_quyen.updated_at timestamp(3) with time zone not null default now()
van_ban._status enum_van_ban_status default 'draft'::enum_van_ban_status
van_ban.co_quan_ban_hanh character varying
van_ban.created_at timestamp(3) with time zone not null default now()
van_ban.hieu_luc enum_van_ban_hieu_luc default 'conHieuLuc'::enum_van_ban_hieu_luc
van_ban.id integer not null default nextval('van_ban_id_seq'::regclass)
van_ban.loai enum_van_ban_loai
van_ban.muc_nhay_cam enum_van_ban_muc_nhay_cam default 'thuong'::enum_van_ban_muc_nhay_cam
van_ban.ngay_ban_hanh timestamp(3) with time zone
van_ban.ngay_hieu_luc timestamp(3) with time zone
van_ban.nguoi_ky character varying
van_ban.slug character varying
van_ban.so_ky_hieu character varying
van_ban.tac_gia_id integer
van_ban.tep_id integer
van_ban.trich_yeu character varying
van_ban.updated_at timestamp(3) with time zone not null default now()
van_ban_rels.chu_de_id integer
van_ban_rels.id integer not null default nextval('van_ban_rels_id_seq'::regclass)
van_ban_rels.order integer
van_ban_rels.parent_id integer not null
van_ban_rels.path character varying not null
viec.bo_suu_tap text not null
viec.ghi_chu text not null default ''::text
viec.han timestamp(3) with time zone
viec.khong_truoc timestamp(3) with time zone
viec.luc timestamp(3) with time zone not null default ct_nay()
viec.nguoi integer
viec.nguoi_giao integer
viec.tai_lieu integer not null
viec.uu_tien text not null default 'thuong'::text
viec_tep.lan integer not null default 0
viec_tep.loi text
viec_tep.sau timestamp(3) with time zone not null default ct_nay()
viec_tep.sha256 text not null
viec_tep.trang_thai text not null default 'cho'::text
viec_tep.tu_lieu integer not null
viec_tep.vao_luc timestamp(3) with time zone not null default ct_nay()
viec_tep.xong_luc timestamp(3) with time zone
xem_lai.bo_suu_tap text not null
xem_lai.luc timestamp(3) with time zone not null default ct_nay()
xem_lai.nguoi integer
xem_lai.tai_lieu integer not null
xin_vai_tro.id integer not null default nextval('xin_vai_tro_id_seq'::regclass)
xin_vai_tro.ket_qua text
xin_vai_tro.loi_dap text
xin_vai_tro.ly_do text not null
xin_vai_tro.nguoi_dung integer not null
xin_vai_tro.nguoi_quyet integer
xin_vai_tro.nguoi_xin integer
xin_vai_tro.quyet_luc timestamp(3) with time zone
xin_vai_tro.vai_tro text[] not null
xin_vai_tro.xin_luc timestamp(3) with time zone not null
xoa_tep.lan integer not null default 0
xoa_tep.loi text
xoa_tep.luc timestamp(3) with time zone not null default ct_nay()
xoa_tep.sau timestamp(3) with time zone not null default ct_nay()
xoa_tep.sha256 text not null
xoa_tep.xong_luc timestamp(3) with time zone
y_kien_duyet.ban_trinh integer not null
y_kien_duyet.bo_suu_tap text not null
y_kien_duyet.doan text not null default ''::text
y_kien_duyet.id bigint not null default nextval('y_kien_duyet_id_seq'::regclass)
y_kien_duyet.loi text not null
y_kien_duyet.luc timestamp(3) with time zone not null default ct_nay()
y_kien_duyet.nguoi integer not null
y_kien_duyet.nguoi_xong integer
y_kien_duyet.tai_lieu integer not null
y_kien_duyet.truong text not null default ''::text
y_kien_duyet.xong_luc timestamp(3) with time zone

-- Constraints

_cai_dat_v: _cai_dat_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__cai_dat_v_version_status))
_cai_dat_v: _cai_dat_v_parent_id_cai_dat_id_fk FOREIGN KEY (parent_id) REFERENCES cai_dat(id) ON DELETE SET NULL
_cai_dat_v: _cai_dat_v_pkey PRIMARY KEY (id)
_cai_dat_v: _cai_dat_v_version_bieu_trung_id_tu_lieu_id_fk FOREIGN KEY (version_bieu_trung_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
_cai_dat_v_version_kenh_chinh_thuc: _cai_dat_v_version_kenh_chinh_thuc_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _cai_dat_v(id) ON DELETE CASCADE
_cai_dat_v_version_kenh_chinh_thuc: _cai_dat_v_version_kenh_chinh_thuc_pkey PRIMARY KEY (id)
_cai_dat_v_version_menu: _cai_dat_v_version_menu_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES _cai_dat_v(id) ON DELETE CASCADE
_cai_dat_v_version_menu: _cai_dat_v_version_menu_pkey PRIMARY KEY (id)
_chu_de_v: _chu_de_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__chu_de_v_version_status))
_chu_de_v: _chu_de_v_parent_id_chu_de_id_fk FOREIGN KEY (parent_id) REFERENCES chu_de(id) ON DELETE SET NULL
_chu_de_v: _chu_de_v_pkey PRIMARY KEY (id)
_don_vi_v: _don_vi_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__don_vi_v_version_status))
_don_vi_v: _don_vi_v_parent_id_don_vi_id_fk FOREIGN KEY (parent_id) REFERENCES don_vi(id) ON DELETE SET NULL
_don_vi_v: _don_vi_v_pkey PRIMARY KEY (id)
_don_vi_v: _don_vi_v_version_cha_id_don_vi_id_fk FOREIGN KEY (version_cha_id) REFERENCES don_vi(id) ON DELETE SET NULL
_don_vi_v: _don_vi_v_version_phu_trach_id_nguoi_dung_id_fk FOREIGN KEY (version_phu_trach_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
_tin_bai_v: _tin_bai_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__tin_bai_v_version_status))
_tin_bai_v: _tin_bai_v_parent_id_tin_bai_id_fk FOREIGN KEY (parent_id) REFERENCES tin_bai(id) ON DELETE SET NULL
_tin_bai_v: _tin_bai_v_pkey PRIMARY KEY (id)
_tin_bai_v: _tin_bai_v_version_anh_bia_id_tu_lieu_id_fk FOREIGN KEY (version_anh_bia_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
_tin_bai_v: _tin_bai_v_version_dinh_chinh_cho_id_tin_bai_id_fk FOREIGN KEY (version_dinh_chinh_cho_id) REFERENCES tin_bai(id) ON DELETE SET NULL
_tin_bai_v: _tin_bai_v_version_don_vi_id_don_vi_id_fk FOREIGN KEY (version_don_vi_id) REFERENCES don_vi(id) ON DELETE SET NULL
_tin_bai_v: _tin_bai_v_version_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (version_tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
_tin_bai_v_rels: _tin_bai_v_rels_chu_de_fk FOREIGN KEY (chu_de_id) REFERENCES chu_de(id) ON DELETE CASCADE
_tin_bai_v_rels: _tin_bai_v_rels_dong_y_fk FOREIGN KEY (dong_y_id) REFERENCES dong_y(id) ON DELETE CASCADE
_tin_bai_v_rels: _tin_bai_v_rels_nguoi_dung_id_fkey FOREIGN KEY (nguoi_dung_id) REFERENCES nguoi_dung(id) ON DELETE CASCADE
_tin_bai_v_rels: _tin_bai_v_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES _tin_bai_v(id) ON DELETE CASCADE
_tin_bai_v_rels: _tin_bai_v_rels_pkey PRIMARY KEY (id)
_tin_bai_v_rels: _tin_bai_v_rels_tu_lieu_fk FOREIGN KEY (tu_lieu_id) REFERENCES tu_lieu(id) ON DELETE CASCADE
_trang_v: _trang_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__trang_v_version_status))
_trang_v: _trang_v_parent_id_trang_id_fk FOREIGN KEY (parent_id) REFERENCES trang(id) ON DELETE SET NULL
_trang_v: _trang_v_pkey PRIMARY KEY (id)
_trang_v_rels: _trang_v_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES _trang_v(id) ON DELETE CASCADE
_trang_v_rels: _trang_v_rels_pkey PRIMARY KEY (id)
_trang_v_rels: _trang_v_rels_tu_lieu_fk FOREIGN KEY (tu_lieu_id) REFERENCES tu_lieu(id) ON DELETE CASCADE
_tu_lieu_v: _tu_lieu_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__tu_lieu_v_version_status))
_tu_lieu_v: _tu_lieu_v_parent_id_tu_lieu_id_fk FOREIGN KEY (parent_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
_tu_lieu_v: _tu_lieu_v_pkey PRIMARY KEY (id)
_tu_lieu_v: _tu_lieu_v_version_don_vi_id_don_vi_id_fk FOREIGN KEY (version_don_vi_id) REFERENCES don_vi(id) ON DELETE SET NULL
_tu_lieu_v: _tu_lieu_v_version_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (version_tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
_tu_lieu_v_rels: _tu_lieu_v_rels_dong_y_fk FOREIGN KEY (dong_y_id) REFERENCES dong_y(id) ON DELETE CASCADE
_tu_lieu_v_rels: _tu_lieu_v_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES _tu_lieu_v(id) ON DELETE CASCADE
_tu_lieu_v_rels: _tu_lieu_v_rels_pkey PRIMARY KEY (id)
_van_ban_v: _van_ban_v_khong_xuat_ban CHECK ((version__status IS DISTINCT FROM 'published'::enum__van_ban_v_version_status))
_van_ban_v: _van_ban_v_parent_id_van_ban_id_fk FOREIGN KEY (parent_id) REFERENCES van_ban(id) ON DELETE SET NULL
_van_ban_v: _van_ban_v_pkey PRIMARY KEY (id)
_van_ban_v: _van_ban_v_version_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (version_tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
_van_ban_v: _van_ban_v_version_tep_id_tu_lieu_id_fk FOREIGN KEY (version_tep_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
_van_ban_v_rels: _van_ban_v_rels_chu_de_fk FOREIGN KEY (chu_de_id) REFERENCES chu_de(id) ON DELETE CASCADE
_van_ban_v_rels: _van_ban_v_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES _van_ban_v(id) ON DELETE CASCADE
_van_ban_v_rels: _van_ban_v_rels_pkey PRIMARY KEY (id)
anh_dang: anh_dang_pkey PRIMARY KEY (ban_dang_id, con_sau)
bai_gui: bai_gui_ai_check CHECK ((octet_length(ai) <= 1000))
bai_gui: bai_gui_don_vi_fkey FOREIGN KEY (don_vi) REFERENCES don_vi(id)
bai_gui: bai_gui_dong_y_check CHECK ((dong_y = ANY (ARRAY['roi'::text, 'chua'::text, 'khongRo'::text])))
bai_gui: bai_gui_gop_vao_fkey FOREIGN KEY (gop_vao) REFERENCES bai_gui(id)
bai_gui: bai_gui_khong_dung_check CHECK ((octet_length(khong_dung) <= 4000))
bai_gui: bai_gui_ma_fkey FOREIGN KEY (ma) REFERENCES ma_gui_bai(id)
bai_gui: bai_gui_nguoi_gui_check CHECK ((octet_length(nguoi_gui) <= 800))
bai_gui: bai_gui_nguoi_xac_nhan_check CHECK ((octet_length(nguoi_xac_nhan) <= 800))
bai_gui: bai_gui_noi_truoc_check CHECK ((octet_length(noi_truoc) <= 40000))
bai_gui: bai_gui_phieu_check CHECK ((phieu ~ '^[0-9a-f]{64}$'::text))
bai_gui: bai_gui_phieu_key UNIQUE (phieu)
bai_gui: bai_gui_pkey PRIMARY KEY (id)
bai_gui: bai_gui_so_check CHECK ((so ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text))
bai_gui: bai_gui_so_key UNIQUE (so)
bai_gui: bai_gui_tin_bai_key UNIQUE (tin_bai)
bai_gui: bai_gui_xac_nhan_khong_check CHECK ((octet_length(xac_nhan_khong) <= 8000))
bai_gui: bai_gui_xac_nhan_loi_check CHECK ((octet_length(xac_nhan_loi) <= 200000))
bai_gui: bai_gui_xac_nhan_ma_check CHECK ((xac_nhan_ma ~ '^[0-9a-f]{64}$'::text))
bai_gui: bai_gui_xac_nhan_ma_key UNIQUE (xac_nhan_ma)
bai_gui: bai_gui_xac_nhan_ten_check CHECK ((octet_length(xac_nhan_ten) <= 800))
ban_dang: ban_dang_ban_trinh FOREIGN KEY (ban_trinh_id) REFERENCES ban_trinh(id) ON UPDATE RESTRICT ON DELETE RESTRICT
ban_dang: ban_dang_pkey PRIMARY KEY (id)
ban_dang: ct_co_nhat_ky TRIGGER DEFERRABLE INITIALLY DEFERRED
ban_dang: ct_co_nhat_ky_ket_thuc TRIGGER DEFERRABLE INITIALLY DEFERRED
ban_dang: ct_ket_thuc_co_co TRIGGER DEFERRABLE INITIALLY DEFERRED
ban_luu: ban_luu_bo_suu_tap_ban_key UNIQUE (bo_suu_tap, ban)
ban_luu: ban_luu_bo_suu_tap_check CHECK ((length(bo_suu_tap) <= 100))
ban_luu: ban_luu_pkey PRIMARY KEY (id)
ban_luu: ban_luu_ten_nguoi_check CHECK ((length(ten_nguoi) <= 4000))
ban_trinh: ban_trinh_bang_chung CHECK (((van_tay_bang_chung)::text = encode(sha256(convert_to(bang_chung, 'UTF8'::name)), 'hex'::text)))
ban_trinh: ban_trinh_dung_noi_dung CHECK ((((((noi_dung)::jsonb ->> 'boSuuTap'::text) = (bo_suu_tap)::text) AND ((((noi_dung)::jsonb ->> 'taiLieu'::text))::numeric = tai_lieu) AND (((noi_dung)::jsonb ->> 'slug'::text) = (slug)::text)) IS TRUE))
ban_trinh: ban_trinh_lan UNIQUE (bo_suu_tap, tai_lieu, lan)
ban_trinh: ban_trinh_muc CHECK (((muc_nhay_cam)::text = ANY ((ARRAY['thuong'::character varying, 'cao'::character varying])::text[])))
ban_trinh: ban_trinh_nfc CHECK ((noi_dung IS NFC NORMALIZED))
ban_trinh: ban_trinh_pkey PRIMARY KEY (id)
ban_trinh: ban_trinh_van_tay CHECK (((van_tay)::text = encode(sha256(convert_to(noi_dung, 'UTF8'::name)), 'hex'::text)))
ban_trinh: ban_trinh_vua CHECK (((octet_length(noi_dung) <= 16000000) AND (COALESCE(octet_length(bang_chung), 0) <= 16000000) AND (octet_length((tieu_de)::text) <= 100000))) NOT VALID
ban_trinh: ct_co_nhat_ky TRIGGER DEFERRABLE INITIALLY DEFERRED
cach_bao: cach_bao_cach_check CHECK ((cach = ANY (ARRAY['ngay'::text, 'tongHop'::text, 'khong'::text])))
cach_bao: cach_bao_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE CASCADE
cach_bao: cach_bao_pkey PRIMARY KEY (nguoi)
cai_dat: cai_dat_bieu_trung_id_tu_lieu_id_fk FOREIGN KEY (bieu_trung_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
cai_dat: cai_dat_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_cai_dat_status))
cai_dat: cai_dat_pkey PRIMARY KEY (id)
cai_dat_kenh_chinh_thuc: cai_dat_kenh_chinh_thuc_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES cai_dat(id) ON DELETE CASCADE
cai_dat_kenh_chinh_thuc: cai_dat_kenh_chinh_thuc_pkey PRIMARY KEY (id)
cai_dat_menu: cai_dat_menu_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES cai_dat(id) ON DELETE CASCADE
cai_dat_menu: cai_dat_menu_pkey PRIMARY KEY (id)
cho_ky: cho_ky_luc_ky_check CHECK ((octet_length(luc_ky) <= 40))
cho_ky: cho_ky_mo_ta_check CHECK ((octet_length(mo_ta) <= 4000))
cho_ky: cho_ky_noi_dung_check CHECK ((octet_length(noi_dung) <= 20000))
cho_ky: cho_ky_phien_check CHECK ((octet_length(phien) <= 100))
cho_ky: cho_ky_pkey PRIMARY KEY (nguoi, phien, ve)
cho_ky: cho_ky_sau_bam_check CHECK ((sau_bam ~ '^[0-9a-f]{64}$'::text))
cho_ky: cho_ky_ve_check CHECK ((ve ~ '^[0-9a-f]{64}$'::text))
chu_de: chu_de_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_chu_de_status))
chu_de: chu_de_pkey PRIMARY KEY (id)
chu_de_dang: chu_de_dang_pkey PRIMARY KEY (chu_de, luc, ban_dang_id)
da_doc: da_doc_ban_check CHECK ((ban > 0))
da_doc: da_doc_nam_hoc_check CHECK ((nam_hoc ~ '^20[0-9]{2}-20[0-9]{2}$'::text))
da_doc: da_doc_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
da_doc: da_doc_nguoi_nam_hoc_ban_key UNIQUE (nguoi, nam_hoc, ban)
da_doc: da_doc_pkey PRIMARY KEY (id)
danh_tinh: danh_tinh_dia_chi_check CHECK (((length(dia_chi) <= 300) AND (dia_chi ~ '^https?://[^[:space:]/?#@]+(/[^[:space:]?#]*[^[:space:]?#/])?$'::text)))
danh_tinh: danh_tinh_pkey PRIMARY KEY (so)
danh_tinh: danh_tinh_so_check CHECK ((so = 1))
don_vi: don_vi_cha_id_don_vi_id_fk FOREIGN KEY (cha_id) REFERENCES don_vi(id) ON DELETE SET NULL
don_vi: don_vi_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_don_vi_status))
don_vi: don_vi_phu_trach_id_nguoi_dung_id_fk FOREIGN KEY (phu_trach_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
don_vi: don_vi_pkey PRIMARY KEY (id)
dong_y: dong_y_giay_to_check CHECK ((giay_to ~ '^[0-9a-f]{64}$'::text))
dong_y: dong_y_ly_do_rut_check CHECK ((octet_length(ly_do_rut) <= 20000))
dong_y: dong_y_pkey PRIMARY KEY (id)
dong_y: dong_y_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
dong_y_kenh: dong_y_kenh_parent_fk FOREIGN KEY (parent_id) REFERENCES dong_y(id) ON DELETE CASCADE
dong_y_kenh: dong_y_kenh_pkey PRIMARY KEY (id)
dot_gui: dot_gui_bai_fkey FOREIGN KEY (bai) REFERENCES tin_bai(id) ON DELETE SET NULL
dot_gui: dot_gui_loai_check CHECK ((loai = ANY (ARRAY['xinAnh'::text, 'cuocThi'::text])))
dot_gui: dot_gui_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
dot_gui: dot_gui_pkey PRIMARY KEY (id)
dot_gui: dot_gui_ten_check CHECK (((btrim(ten) <> ''::text) AND (octet_length(ten) <= 800)))
dot_gui: dot_gui_the_le_check CHECK ((octet_length(the_le) <= 40000))
giai_dot: giai_dot_giai_check CHECK (((btrim(giai) <> ''::text) AND (octet_length(giai) <= 400)))
giai_dot: giai_dot_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
giai_dot: giai_dot_pkey PRIMARY KEY (so)
giai_dot: giai_dot_so_fkey FOREIGN KEY (so) REFERENCES gui_dot(so)
goi_trinh: goi_trinh_nguoi_check CHECK ((nguoi > 0))
goi_trinh: goi_trinh_pkey PRIMARY KEY (id)
goi_trinh: goi_trinh_ten_check CHECK (((btrim(ten) <> ''::text) AND (octet_length(ten) <= 1000)))
goi_trinh: goi_trinh_ten_nguoi_check CHECK ((octet_length(ten_nguoi) <= 4000))
goi_trinh_muc: goi_trinh_muc_ban_trinh_fkey FOREIGN KEY (ban_trinh) REFERENCES ban_trinh(id)
goi_trinh_muc: goi_trinh_muc_goi_ban_trinh_key UNIQUE (goi, ban_trinh)
goi_trinh_muc: goi_trinh_muc_goi_fkey FOREIGN KEY (goi) REFERENCES goi_trinh(id)
goi_trinh_muc: goi_trinh_muc_pkey PRIMARY KEY (goi, thu_tu)
goi_trinh_muc: goi_trinh_muc_thu_tu_check CHECK (((thu_tu >= 0) AND (thu_tu <= 300)))
gui_dot: gui_dot_don_vi_fkey FOREIGN KEY (don_vi) REFERENCES don_vi(id)
gui_dot: gui_dot_dong_y_check CHECK ((dong_y = ANY (ARRAY['roi'::text, 'chua'::text, 'khongRo'::text])))
gui_dot: gui_dot_dot_fkey FOREIGN KEY (dot) REFERENCES dot_gui(id)
gui_dot: gui_dot_loi_check CHECK ((octet_length(loi) <= 40000))
gui_dot: gui_dot_ma_fkey FOREIGN KEY (ma) REFERENCES ma_gui_bai(id)
gui_dot: gui_dot_nguoi_gui_check CHECK ((octet_length(nguoi_gui) <= 800))
gui_dot: gui_dot_phieu_check CHECK ((phieu ~ '^[0-9a-f]{64}$'::text))
gui_dot: gui_dot_phieu_key UNIQUE (phieu)
gui_dot: gui_dot_pkey PRIMARY KEY (id)
gui_dot: gui_dot_so_check CHECK ((so ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text))
gui_dot: gui_dot_so_key UNIQUE (so)
gui_dot: gui_dot_ten_check CHECK ((octet_length(ten) <= 800))
ho_so: ho_so_ban_dang_id_ban_dang_id_fk FOREIGN KEY (ban_dang_id) REFERENCES ban_dang(id) ON DELETE SET NULL
ho_so: ho_so_ban_trinh_id_ban_trinh_id_fk FOREIGN KEY (ban_trinh_id) REFERENCES ban_trinh(id) ON DELETE SET NULL
ho_so: ho_so_phien_ban_check CHECK ((phien_ban >= 1))
ho_so: ho_so_pkey PRIMARY KEY (id)
hoi_lop: hoi_lop_bai_gui_fkey FOREIGN KEY (bai_gui) REFERENCES bai_gui(id)
hoi_lop: hoi_lop_hoi_check CHECK (((btrim(hoi) <> ''::text) AND (octet_length(hoi) <= 8000)))
hoi_lop: hoi_lop_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE SET NULL
hoi_lop: hoi_lop_pkey PRIMARY KEY (id)
hoi_lop: hoi_lop_tra_loi_check CHECK ((octet_length(tra_loi) <= 40000))
hop_thu: hop_thu_dan_check CHECK ((dan ~ '^/lam-viec[/a-z0-9-]*$'::text))
hop_thu: hop_thu_khoa_check CHECK ((octet_length(khoa) <= 200))
hop_thu: hop_thu_loai_check CHECK ((octet_length(loai) <= 40))
hop_thu: hop_thu_loi_check CHECK ((octet_length(loi) <= 4000))
hop_thu: hop_thu_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE CASCADE
hop_thu: hop_thu_nguoi_khoa_key UNIQUE (nguoi, khoa)
hop_thu: hop_thu_pkey PRIMARY KEY (id)
hop_thu: hop_thu_thu_check CHECK ((thu = ANY (ARRAY['khong'::text, 'cho'::text, 'tongHop'::text, 'da'::text, 'bo'::text])))
hop_thu: hop_thu_thu_loi_check CHECK ((octet_length(thu_loi) <= 500))
hop_thu: hop_thu_tieu_de_check CHECK ((octet_length(tieu_de) <= 2000))
hop_thu_toi: hop_thu_toi_mot_check CHECK (mot)
hop_thu_toi: hop_thu_toi_pkey PRIMARY KEY (mot)
ke_hoach: ke_hoach_nam_hoc_check CHECK ((nam_hoc ~ '^20\d\d-20\d\d$'::text))
ke_hoach: ke_hoach_nam_hoc_key UNIQUE (nam_hoc)
ke_hoach: ke_hoach_nguoi_lap_fkey FOREIGN KEY (nguoi_lap) REFERENCES nguoi_dung(id) ON DELETE SET NULL
ke_hoach: ke_hoach_pkey PRIMARY KEY (id)
ke_hoach_bai: ke_hoach_bai_dong_fkey FOREIGN KEY (dong) REFERENCES ke_hoach_dong(ma)
ke_hoach_bai: ke_hoach_bai_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE SET NULL
ke_hoach_bai: ke_hoach_bai_pkey PRIMARY KEY (tin_bai)
ke_hoach_bai: ke_hoach_bai_tin_bai_fkey FOREIGN KEY (tin_bai) REFERENCES tin_bai(id) ON DELETE CASCADE
ke_hoach_dong: ke_hoach_dong_check CHECK (((su_kien_den IS NULL) OR ((su_kien_tu IS NOT NULL) AND (su_kien_den >= su_kien_tu))))
ke_hoach_dong: ke_hoach_dong_ke_hoach_fkey FOREIGN KEY (ke_hoach) REFERENCES ke_hoach(id)
ke_hoach_dong: ke_hoach_dong_ma_check CHECK ((ma ~ '^\d\d-\d{1,4}$'::text))
ke_hoach_dong: ke_hoach_dong_noi_dung_check CHECK ((noi_dung <> ''::text))
ke_hoach_dong: ke_hoach_dong_pkey PRIMARY KEY (ma)
ke_hoach_dong: ke_hoach_dong_thang_check CHECK ((thang <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'::integer[]))
ke_hoach_dong: ke_hoach_dong_tu_fkey FOREIGN KEY (tu) REFERENCES ke_hoach_dong(ma)
kenh_dang: kenh_dang_ban_dang_fkey FOREIGN KEY (ban_dang) REFERENCES ban_dang(id)
kenh_dang: kenh_dang_bo_suu_tap_check CHECK ((octet_length(bo_suu_tap) <= 100))
kenh_dang: kenh_dang_dia_chi_check CHECK ((octet_length(dia_chi) <= 4000))
kenh_dang: kenh_dang_ghi_chu_check CHECK ((octet_length(ghi_chu) <= 4000))
kenh_dang: kenh_dang_kenh_check CHECK ((kenh = ANY (ARRAY['congSo'::text, 'fanpage'::text, 'zalo'::text, 'baoDai'::text, 'phatThanh'::text, 'giaoBan'::text, 'bangTin'::text, 'khac'::text])))
kenh_dang: kenh_dang_ket_qua_check CHECK ((ket_qua = ANY (ARRAY['daGui'::text, 'daDang'::text, 'khongNhan'::text, 'daGo'::text])))
kenh_dang: kenh_dang_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
kenh_dang: kenh_dang_pkey PRIMARY KEY (id)
kenh_dang: kenh_dang_tai_lieu_check CHECK ((tai_lieu > 0))
khoa_cho: khoa_cho_cred_id_check CHECK (((octet_length(cred_id) >= 1) AND (octet_length(cred_id) <= 1500)))
khoa_cho: khoa_cho_luc_ky_check CHECK ((octet_length(luc_ky) <= 40))
khoa_cho: khoa_cho_ma_check CHECK ((ma ~ '^[0-9a-f]{16}$'::text))
khoa_cho: khoa_cho_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE CASCADE
khoa_cho: khoa_cho_nguoi_key UNIQUE (nguoi)
khoa_cho: khoa_cho_pkey PRIMARY KEY (ma)
khoa_cho: khoa_cho_rp_id_check CHECK ((octet_length(rp_id) <= 253))
khoa_cho: khoa_cho_spki_check CHECK ((octet_length(spki) <= 4000))
khoa_cho: khoa_cho_ten_check CHECK ((octet_length(ten) <= 400))
khoa_nguoi: khoa_nguoi_cred_id_check CHECK (((octet_length(cred_id) >= 1) AND (octet_length(cred_id) <= 1500)))
khoa_nguoi: khoa_nguoi_ma_check CHECK ((ma ~ '^[0-9a-f]{16}$'::text))
khoa_nguoi: khoa_nguoi_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE CASCADE
khoa_nguoi: khoa_nguoi_pkey PRIMARY KEY (ma)
khoa_nguoi: khoa_nguoi_ten_check CHECK ((octet_length(ten) <= 400))
khong_hien: khong_hien_ho_ten_check CHECK (((btrim(ho_ten) <> ''::text) AND (octet_length(ho_ten) <= 400)))
khong_hien: khong_hien_ly_do_check CHECK (((btrim(ly_do) <> ''::text) AND (octet_length(ly_do) <= 4000)))
khong_hien: khong_hien_nam_sinh_check CHECK (((nam_sinh >= 1900) AND (nam_sinh <= 2200)))
khong_hien: khong_hien_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
khong_hien: khong_hien_nguoi_het_fkey FOREIGN KEY (nguoi_het) REFERENCES nguoi_dung(id)
khong_hien: khong_hien_pkey PRIMARY KEY (id)
loi_moi: loi_moi_bam_check CHECK ((bam ~~ 'sha256:%'::text))
loi_moi: loi_moi_bam_key UNIQUE (bam)
loi_moi: loi_moi_nguoi_dung_fkey FOREIGN KEY (nguoi_dung) REFERENCES nguoi_dung(id) ON DELETE CASCADE
loi_moi: loi_moi_nguoi_moi_fkey FOREIGN KEY (nguoi_moi) REFERENCES nguoi_dung(id) ON DELETE SET NULL
loi_moi: loi_moi_pkey PRIMARY KEY (nguoi_dung)
ma_du_phong: ma_du_phong_bam_check CHECK ((bam ~ '^[0-9a-f]{64}$'::text))
ma_du_phong: ma_du_phong_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE CASCADE
ma_du_phong: ma_du_phong_pkey PRIMARY KEY (nguoi, bam)
ma_gui_bai: ma_gui_bai_don_vi_fkey FOREIGN KEY (don_vi) REFERENCES don_vi(id)
ma_gui_bai: ma_gui_bai_ma_check CHECK ((ma ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text))
ma_gui_bai: ma_gui_bai_ma_key UNIQUE (ma)
ma_gui_bai: ma_gui_bai_nam_hoc_check CHECK ((nam_hoc ~ '^20[0-9]{2}-20[0-9]{2}$'::text))
ma_gui_bai: ma_gui_bai_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
ma_gui_bai: ma_gui_bai_pkey PRIMARY KEY (id)
ma_xac_nhan: ma_xac_nhan_bi_mat_check CHECK ((octet_length(bi_mat) <= 400))
ma_xac_nhan: ma_xac_nhan_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE CASCADE
ma_xac_nhan: ma_xac_nhan_pkey PRIMARY KEY (nguoi)
nguoi_dung: nguoi_dung_don_vi_id_don_vi_id_fk FOREIGN KEY (don_vi_id) REFERENCES don_vi(id) ON DELETE SET NULL
nguoi_dung: nguoi_dung_pkey PRIMARY KEY (id)
nguoi_dung_sessions: nguoi_dung_sessions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES nguoi_dung(id) ON DELETE CASCADE
nguoi_dung_sessions: nguoi_dung_sessions_pkey PRIMARY KEY (id)
nguoi_dung_sessions: nguoi_dung_sessions_thiet_bi_check CHECK ((octet_length(thiet_bi) <= 200))
nguoi_dung_vai_tro: nguoi_dung_vai_tro_parent_fk FOREIGN KEY (parent_id) REFERENCES nguoi_dung(id) ON DELETE CASCADE
nguoi_dung_vai_tro: nguoi_dung_vai_tro_pkey PRIMARY KEY (id)
nguoi_trong_tep: nguoi_trong_tep_pkey PRIMARY KEY (sha256, dong_y)
nguoi_trong_tep: nguoi_trong_tep_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
nhac_viec: nhac_viec_bac_check CHECK ((bac = ANY (ARRAY['chuViec'::text, 'truongDonVi'::text, 'vanPhong'::text])))
nhac_viec: nhac_viec_pkey PRIMARY KEY (thang, bac)
nhac_viec: nhac_viec_thang_check CHECK ((thang ~ '^20\d\d-(0[1-9]|1[0-2])$'::text))
nhat_ky: nhat_ky_chi_tiet CHECK (((chi_tiet)::jsonb IS NOT NULL)) NOT VALID
nhat_ky: nhat_ky_pkey PRIMARY KEY (id)
nhat_ky: nhat_ky_vua CHECK (((octet_length((chi_tiet)::text) <= 4000000) AND (octet_length((ten_nguoi)::text) <= 4000) AND (octet_length((hanh_dong)::text) <= 100) AND (COALESCE(octet_length((bo_suu_tap)::text), 0) <= 100) AND ((nguoi IS NULL) OR ((nguoi = trunc(nguoi)) AND ((nguoi >= (0)::numeric) AND (nguoi <= (2147483647)::numeric)))) AND ((tai_lieu IS NULL) OR ((tai_lieu = trunc(tai_lieu)) AND ((tai_lieu >= (0)::numeric) AND (tai_lieu <= (2147483647)::numeric)))))) NOT VALID
payload_kv: payload_kv_pkey PRIMARY KEY (id)
payload_migrations: payload_migrations_pkey PRIMARY KEY (id)
payload_preferences: payload_preferences_pkey PRIMARY KEY (id)
payload_preferences_rels: payload_preferences_rels_nguoi_dung_fk FOREIGN KEY (nguoi_dung_id) REFERENCES nguoi_dung(id) ON DELETE CASCADE
payload_preferences_rels: payload_preferences_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES payload_preferences(id) ON DELETE CASCADE
payload_preferences_rels: payload_preferences_rels_pkey PRIMARY KEY (id)
phieu_duyet: ct_co_nhat_ky TRIGGER DEFERRABLE INITIALLY DEFERRED
phieu_duyet: phieu_duyet_ban_trinh FOREIGN KEY (ban_trinh_id) REFERENCES ban_trinh(id) ON UPDATE RESTRICT ON DELETE RESTRICT
phieu_duyet: phieu_duyet_khan CHECK ((((quyet_dinh)::text = 'dangKhan'::text) = (khan_den IS NOT NULL)))
phieu_duyet: phieu_duyet_pkey PRIMARY KEY (id)
phieu_duyet: phieu_duyet_quyet_dinh CHECK (((quyet_dinh)::text = ANY ((ARRAY['duyet'::character varying, 'traLai'::character varying, 'tuChoi'::character varying, 'thuHoi'::character varying, 'dangKhan'::character varying])::text[])))
phieu_duyet: phieu_duyet_tu_cach CHECK (((((tu_cach)::text = 'chinhDanh'::text) AND (uy_quyen IS NULL)) OR (((tu_cach)::text = 'uyQuyen'::text) AND (uy_quyen IS NOT NULL)))) NOT VALID
phieu_duyet: phieu_duyet_vua CHECK (((octet_length((noi_dung_ky)::text) <= 4000000) AND (COALESCE(octet_length((ly_do)::text), 0) <= 1000000))) NOT VALID
phieu_thay: phieu_thay_check CHECK ((cu <> moi))
phieu_thay: phieu_thay_pkey PRIMARY KEY (cu, moi)
quy_che: quy_che_pkey PRIMARY KEY (id)
quy_che_ban: ct_co_nhat_ky TRIGGER DEFERRABLE INITIALLY DEFERRED
quy_che_ban: quy_che_ban_check CHECK ((van_tay = encode(sha256(convert_to(noi_dung, 'UTF8'::name)), 'hex'::text)))
quy_che_ban: quy_che_ban_noi_dung_check CHECK ((noi_dung IS NFC NORMALIZED))
quy_che_ban: quy_che_ban_pkey PRIMARY KEY (id)
quy_che_ban: quy_che_ban_so_key UNIQUE (so)
quy_che_buoc: quy_che_buoc_don_vi_id_fkey FOREIGN KEY (don_vi_id) REFERENCES don_vi(id) ON DELETE RESTRICT
quy_che_buoc: quy_che_buoc_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_buoc: quy_che_buoc_pkey PRIMARY KEY (id)
quy_che_buoc_ap_dung: quy_che_buoc_ap_dung_parent_fk FOREIGN KEY (parent_id) REFERENCES quy_che_buoc(id) ON DELETE CASCADE
quy_che_buoc_ap_dung: quy_che_buoc_ap_dung_pkey PRIMARY KEY (id)
quy_che_buoc_bo_suu_tap: quy_che_buoc_bo_suu_tap_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES quy_che_buoc(id) ON DELETE CASCADE
quy_che_buoc_bo_suu_tap: quy_che_buoc_bo_suu_tap_pkey PRIMARY KEY (id)
quy_che_chi_tieu: quy_che_chi_tieu_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_chi_tieu: quy_che_chi_tieu_pkey PRIMARY KEY (id)
quy_che_chi_tieu_loai_don_vi: quy_che_chi_tieu_loai_don_vi_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES quy_che_chi_tieu(id) ON DELETE CASCADE
quy_che_chi_tieu_loai_don_vi: quy_che_chi_tieu_loai_don_vi_pkey PRIMARY KEY (id)
quy_che_kiem_tra: quy_che_kiem_tra_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_kiem_tra: quy_che_kiem_tra_pkey PRIMARY KEY (id)
quy_che_kiem_tra_ap_dung: quy_che_kiem_tra_ap_dung_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES quy_che_kiem_tra(id) ON DELETE CASCADE
quy_che_kiem_tra_ap_dung: quy_che_kiem_tra_ap_dung_pkey PRIMARY KEY (id)
quy_che_kiem_tra_bo_suu_tap: quy_che_kiem_tra_bo_suu_tap_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES quy_che_kiem_tra(id) ON DELETE CASCADE
quy_che_kiem_tra_bo_suu_tap: quy_che_kiem_tra_bo_suu_tap_pkey PRIMARY KEY (id)
quy_che_kiem_tra_can_cu: quy_che_kiem_tra_can_cu_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che_kiem_tra(id) ON DELETE CASCADE
quy_che_kiem_tra_can_cu: quy_che_kiem_tra_can_cu_pkey PRIMARY KEY (id)
quy_che_ly_do_go: quy_che_ly_do_go__parent_id_fkey FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_ly_do_go: quy_che_ly_do_go_pkey PRIMARY KEY (id)
quy_che_mien_lien_ket: quy_che_mien_lien_ket_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_mien_lien_ket: quy_che_mien_lien_ket_pkey PRIMARY KEY (id)
quy_che_ngay_nghi: quy_che_ngay_nghi_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_ngay_nghi: quy_che_ngay_nghi_pkey PRIMARY KEY (id)
quy_che_rels: quy_che_rels_nguoi_dung_id_fkey FOREIGN KEY (nguoi_dung_id) REFERENCES nguoi_dung(id) ON DELETE RESTRICT
quy_che_rels: quy_che_rels_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_rels: quy_che_rels_pkey PRIMARY KEY (id)
quy_che_ten_mien_email: quy_che_ten_mien_email_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES quy_che(id) ON DELETE CASCADE
quy_che_ten_mien_email: quy_che_ten_mien_email_pkey PRIMARY KEY (id)
san_pham: san_pham_pkey PRIMARY KEY (bo_suu_tap, tai_lieu)
san_pham: san_pham_san_pham_check CHECK ((san_pham = ANY (ARRAY['tinBai'::text, 'tuLieu'::text])))
tep_da_che: tep_da_che_pkey PRIMARY KEY (id)
tep_da_che: tep_da_che_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
tep_lop_gui: tep_lop_gui_dong_y_check CHECK ((dong_y = ANY (ARRAY['roi'::text, 'chua'::text, 'khongRo'::text])))
tep_lop_gui: tep_lop_gui_pkey PRIMARY KEY (tu_lieu, sha256)
tep_lop_gui: tep_lop_gui_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
thanh_vien: thanh_vien_don_vi_id_fkey FOREIGN KEY (don_vi_id) REFERENCES don_vi(id) ON DELETE RESTRICT
thanh_vien: thanh_vien_nguoi_id_fkey FOREIGN KEY (nguoi_id) REFERENCES nguoi_dung(id) ON DELETE RESTRICT
thanh_vien: thanh_vien_pkey PRIMARY KEY (id)
thanh_vien: thanh_vien_thu_tu CHECK (((den IS NULL) OR (den >= tu)))
the_he: the_he_mot_check CHECK (mot)
the_he: the_he_pkey PRIMARY KEY (mot)
tin_bai: tin_bai_anh_bia_id_tu_lieu_id_fk FOREIGN KEY (anh_bia_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
tin_bai: tin_bai_dinh_chinh_cho_id_tin_bai_id_fk FOREIGN KEY (dinh_chinh_cho_id) REFERENCES tin_bai(id) ON DELETE SET NULL
tin_bai: tin_bai_don_vi_id_don_vi_id_fk FOREIGN KEY (don_vi_id) REFERENCES don_vi(id) ON DELETE SET NULL
tin_bai: tin_bai_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_tin_bai_status))
tin_bai: tin_bai_pkey PRIMARY KEY (id)
tin_bai: tin_bai_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
tin_bai_rels: tin_bai_rels_chu_de_fk FOREIGN KEY (chu_de_id) REFERENCES chu_de(id) ON DELETE CASCADE
tin_bai_rels: tin_bai_rels_dong_y_fk FOREIGN KEY (dong_y_id) REFERENCES dong_y(id) ON DELETE CASCADE
tin_bai_rels: tin_bai_rels_nguoi_dung_id_fkey FOREIGN KEY (nguoi_dung_id) REFERENCES nguoi_dung(id) ON DELETE CASCADE
tin_bai_rels: tin_bai_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES tin_bai(id) ON DELETE CASCADE
tin_bai_rels: tin_bai_rels_pkey PRIMARY KEY (id)
tin_bai_rels: tin_bai_rels_tu_lieu_fk FOREIGN KEY (tu_lieu_id) REFERENCES tu_lieu(id) ON DELETE CASCADE
trang: trang_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_trang_status))
trang: trang_pkey PRIMARY KEY (id)
trang_rels: trang_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES trang(id) ON DELETE CASCADE
trang_rels: trang_rels_pkey PRIMARY KEY (id)
trang_rels: trang_rels_tu_lieu_fk FOREIGN KEY (tu_lieu_id) REFERENCES tu_lieu(id) ON DELETE CASCADE
tu_lieu: tu_lieu_don_vi_id_don_vi_id_fk FOREIGN KEY (don_vi_id) REFERENCES don_vi(id) ON DELETE SET NULL
tu_lieu: tu_lieu_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_tu_lieu_status))
tu_lieu: tu_lieu_pkey PRIMARY KEY (id)
tu_lieu: tu_lieu_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
tu_lieu_rels: tu_lieu_rels_dong_y_fk FOREIGN KEY (dong_y_id) REFERENCES dong_y(id) ON DELETE CASCADE
tu_lieu_rels: tu_lieu_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES tu_lieu(id) ON DELETE CASCADE
tu_lieu_rels: tu_lieu_rels_pkey PRIMARY KEY (id)
tu_tieu_de: tu_tieu_de_pkey PRIMARY KEY (tu)
uy_quyen: ct_co_nhat_ky TRIGGER DEFERRABLE INITIALLY DEFERRED
uy_quyen: ct_co_nhat_ky_thu_hoi TRIGGER DEFERRABLE INITIALLY DEFERRED
uy_quyen: uy_quyen_hai_nguoi CHECK ((nguoi_uy_quyen_id <> nguoi_duoc_uy_quyen_id))
uy_quyen: uy_quyen_nguoi_duoc_uy_quyen FOREIGN KEY (nguoi_duoc_uy_quyen_id) REFERENCES nguoi_dung(id) ON UPDATE RESTRICT ON DELETE RESTRICT
uy_quyen: uy_quyen_nguoi_uy_quyen FOREIGN KEY (nguoi_uy_quyen_id) REFERENCES nguoi_dung(id) ON UPDATE RESTRICT ON DELETE RESTRICT
uy_quyen: uy_quyen_pkey PRIMARY KEY (id)
uy_quyen: uy_quyen_thoi_han CHECK (((den_ngay > tu_ngay) AND (den_ngay <= (tu_ngay + '366 days'::interval))))
van_ban: van_ban_khong_xuat_ban CHECK ((_status IS DISTINCT FROM 'published'::enum_van_ban_status))
van_ban: van_ban_pkey PRIMARY KEY (id)
van_ban: van_ban_tac_gia_id_nguoi_dung_id_fk FOREIGN KEY (tac_gia_id) REFERENCES nguoi_dung(id) ON DELETE SET NULL
van_ban: van_ban_tep_id_tu_lieu_id_fk FOREIGN KEY (tep_id) REFERENCES tu_lieu(id) ON DELETE SET NULL
van_ban_rels: van_ban_rels_chu_de_fk FOREIGN KEY (chu_de_id) REFERENCES chu_de(id) ON DELETE CASCADE
van_ban_rels: van_ban_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES van_ban(id) ON DELETE CASCADE
van_ban_rels: van_ban_rels_pkey PRIMARY KEY (id)
viec: viec_bo_suu_tap_check CHECK ((octet_length(bo_suu_tap) <= 100))
viec: viec_ghi_chu_check CHECK ((octet_length(ghi_chu) <= 2000))
viec: viec_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE SET NULL
viec: viec_nguoi_giao_fkey FOREIGN KEY (nguoi_giao) REFERENCES nguoi_dung(id) ON DELETE SET NULL
viec: viec_pkey PRIMARY KEY (bo_suu_tap, tai_lieu)
viec: viec_tai_lieu_check CHECK ((tai_lieu > 0))
viec: viec_uu_tien_check CHECK ((uu_tien = ANY (ARRAY['cao'::text, 'thuong'::text, 'thap'::text])))
viec_tep: viec_tep_loi_check CHECK ((octet_length(loi) <= 1200))
viec_tep: viec_tep_pkey PRIMARY KEY (tu_lieu)
viec_tep: viec_tep_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
viec_tep: viec_tep_trang_thai_check CHECK ((trang_thai = ANY (ARRAY['cho'::text, 'xong'::text, 'khongDuoc'::text])))
viec_tep: viec_tep_tu_lieu_fkey FOREIGN KEY (tu_lieu) REFERENCES tu_lieu(id) ON DELETE CASCADE
xem_lai: xem_lai_bo_suu_tap_check CHECK ((octet_length(bo_suu_tap) <= 100))
xem_lai: xem_lai_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id) ON DELETE SET NULL
xem_lai: xem_lai_pkey PRIMARY KEY (bo_suu_tap, tai_lieu)
xem_lai: xem_lai_tai_lieu_check CHECK ((tai_lieu > 0))
xin_vai_tro: xin_vai_tro_check CHECK (((ket_qua IS NULL) = (quyet_luc IS NULL)))
xin_vai_tro: xin_vai_tro_ket_qua_check CHECK ((ket_qua = ANY (ARRAY['cap'::text, 'tuChoi'::text, 'thoi'::text])))
xin_vai_tro: xin_vai_tro_loi_dap_check CHECK ((char_length(loi_dap) <= 500))
xin_vai_tro: xin_vai_tro_ly_do_check CHECK ((char_length(ly_do) <= 500))
xin_vai_tro: xin_vai_tro_nguoi_dung_fkey FOREIGN KEY (nguoi_dung) REFERENCES nguoi_dung(id) ON DELETE CASCADE
xin_vai_tro: xin_vai_tro_nguoi_quyet_fkey FOREIGN KEY (nguoi_quyet) REFERENCES nguoi_dung(id) ON DELETE SET NULL
xin_vai_tro: xin_vai_tro_nguoi_xin_fkey FOREIGN KEY (nguoi_xin) REFERENCES nguoi_dung(id) ON DELETE SET NULL
xin_vai_tro: xin_vai_tro_pkey PRIMARY KEY (id)
xin_vai_tro: xin_vai_tro_vai_tro_check CHECK (((cardinality(vai_tro) >= 1) AND (cardinality(vai_tro) <= 7)))
xoa_tep: xoa_tep_loi_check CHECK ((octet_length(loi) <= 2000))
xoa_tep: xoa_tep_pkey PRIMARY KEY (sha256)
xoa_tep: xoa_tep_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
y_kien_duyet: y_kien_duyet_ban_trinh_fkey FOREIGN KEY (ban_trinh) REFERENCES ban_trinh(id)
y_kien_duyet: y_kien_duyet_bo_suu_tap_check CHECK ((octet_length(bo_suu_tap) <= 100))
y_kien_duyet: y_kien_duyet_doan_check CHECK ((octet_length(doan) <= 4000))
y_kien_duyet: y_kien_duyet_loi_check CHECK (((btrim(loi) <> ''::text) AND (octet_length(loi) <= 8000)))
y_kien_duyet: y_kien_duyet_nguoi_fkey FOREIGN KEY (nguoi) REFERENCES nguoi_dung(id)
y_kien_duyet: y_kien_duyet_nguoi_xong_fkey FOREIGN KEY (nguoi_xong) REFERENCES nguoi_dung(id)
y_kien_duyet: y_kien_duyet_pkey PRIMARY KEY (id)
y_kien_duyet: y_kien_duyet_tai_lieu_check CHECK ((tai_lieu > 0))
y_kien_duyet: y_kien_duyet_truong_check CHECK ((octet_length(truong) <= 200))

-- Indexes

CREATE INDEX _cai_dat_v_autosave_idx ON public._cai_dat_v USING btree (autosave);
CREATE INDEX _cai_dat_v_created_at_idx ON public._cai_dat_v USING btree (created_at);
CREATE INDEX _cai_dat_v_latest_idx ON public._cai_dat_v USING btree (latest);
CREATE INDEX _cai_dat_v_parent_idx ON public._cai_dat_v USING btree (parent_id);
CREATE UNIQUE INDEX _cai_dat_v_pkey ON public._cai_dat_v USING btree (id);
CREATE INDEX _cai_dat_v_updated_at_idx ON public._cai_dat_v USING btree (updated_at);
CREATE INDEX _cai_dat_v_version_kenh_chinh_thuc_order_idx ON public._cai_dat_v_version_kenh_chinh_thuc USING btree (_order);
CREATE INDEX _cai_dat_v_version_kenh_chinh_thuc_parent_id_idx ON public._cai_dat_v_version_kenh_chinh_thuc USING btree (_parent_id);
CREATE UNIQUE INDEX _cai_dat_v_version_kenh_chinh_thuc_pkey ON public._cai_dat_v_version_kenh_chinh_thuc USING btree (id);
CREATE INDEX _cai_dat_v_version_menu_order_idx ON public._cai_dat_v_version_menu USING btree (_order);
CREATE INDEX _cai_dat_v_version_menu_parent_id_idx ON public._cai_dat_v_version_menu USING btree (_parent_id);
CREATE UNIQUE INDEX _cai_dat_v_version_menu_pkey ON public._cai_dat_v_version_menu USING btree (id);
CREATE INDEX _cai_dat_v_version_version__status_idx ON public._cai_dat_v USING btree (version__status);
CREATE INDEX _cai_dat_v_version_version_bieu_trung_idx ON public._cai_dat_v USING btree (version_bieu_trung_id);
CREATE INDEX _cai_dat_v_version_version_created_at_idx ON public._cai_dat_v USING btree (version_created_at);
CREATE INDEX _cai_dat_v_version_version_updated_at_idx ON public._cai_dat_v USING btree (version_updated_at);
CREATE INDEX _chu_de_v_autosave_idx ON public._chu_de_v USING btree (autosave);
CREATE INDEX _chu_de_v_created_at_idx ON public._chu_de_v USING btree (created_at);
CREATE INDEX _chu_de_v_latest_idx ON public._chu_de_v USING btree (latest);
CREATE INDEX _chu_de_v_parent_idx ON public._chu_de_v USING btree (parent_id);
CREATE UNIQUE INDEX _chu_de_v_pkey ON public._chu_de_v USING btree (id);
CREATE INDEX _chu_de_v_updated_at_idx ON public._chu_de_v USING btree (updated_at);
CREATE INDEX _chu_de_v_version_version__status_idx ON public._chu_de_v USING btree (version__status);
CREATE INDEX _chu_de_v_version_version_created_at_idx ON public._chu_de_v USING btree (version_created_at);
CREATE INDEX _chu_de_v_version_version_updated_at_idx ON public._chu_de_v USING btree (version_updated_at);
CREATE INDEX _don_vi_v_autosave_idx ON public._don_vi_v USING btree (autosave);
CREATE INDEX _don_vi_v_created_at_idx ON public._don_vi_v USING btree (created_at);
CREATE INDEX _don_vi_v_latest_idx ON public._don_vi_v USING btree (latest);
CREATE INDEX _don_vi_v_parent_idx ON public._don_vi_v USING btree (parent_id);
CREATE UNIQUE INDEX _don_vi_v_pkey ON public._don_vi_v USING btree (id);
CREATE INDEX _don_vi_v_updated_at_idx ON public._don_vi_v USING btree (updated_at);
CREATE INDEX _don_vi_v_version_version__status_idx ON public._don_vi_v USING btree (version__status);
CREATE INDEX _don_vi_v_version_version_cha_idx ON public._don_vi_v USING btree (version_cha_id);
CREATE INDEX _don_vi_v_version_version_created_at_idx ON public._don_vi_v USING btree (version_created_at);
CREATE INDEX _don_vi_v_version_version_phu_trach_idx ON public._don_vi_v USING btree (version_phu_trach_id);
CREATE INDEX _don_vi_v_version_version_updated_at_idx ON public._don_vi_v USING btree (version_updated_at);
CREATE INDEX _tin_bai_v_autosave_idx ON public._tin_bai_v USING btree (autosave);
CREATE INDEX _tin_bai_v_created_at_idx ON public._tin_bai_v USING btree (created_at);
CREATE INDEX _tin_bai_v_latest_idx ON public._tin_bai_v USING btree (latest);
CREATE INDEX _tin_bai_v_parent_idx ON public._tin_bai_v USING btree (parent_id);
CREATE UNIQUE INDEX _tin_bai_v_pkey ON public._tin_bai_v USING btree (id);
CREATE INDEX _tin_bai_v_rels_chu_de_id_idx ON public._tin_bai_v_rels USING btree (chu_de_id);
CREATE INDEX _tin_bai_v_rels_dong_y_id_idx ON public._tin_bai_v_rels USING btree (dong_y_id);
CREATE INDEX _tin_bai_v_rels_nguoi_dung_id_idx ON public._tin_bai_v_rels USING btree (nguoi_dung_id);
CREATE INDEX _tin_bai_v_rels_order_idx ON public._tin_bai_v_rels USING btree ("order");
CREATE INDEX _tin_bai_v_rels_parent_idx ON public._tin_bai_v_rels USING btree (parent_id);
CREATE INDEX _tin_bai_v_rels_path_idx ON public._tin_bai_v_rels USING btree (path);
CREATE UNIQUE INDEX _tin_bai_v_rels_pkey ON public._tin_bai_v_rels USING btree (id);
CREATE INDEX _tin_bai_v_rels_tu_lieu_id_idx ON public._tin_bai_v_rels USING btree (tu_lieu_id);
CREATE INDEX _tin_bai_v_updated_at_idx ON public._tin_bai_v USING btree (updated_at);
CREATE INDEX _tin_bai_v_version_version__status_idx ON public._tin_bai_v USING btree (version__status);
CREATE INDEX _tin_bai_v_version_version_anh_bia_idx ON public._tin_bai_v USING btree (version_anh_bia_id);
CREATE INDEX _tin_bai_v_version_version_created_at_idx ON public._tin_bai_v USING btree (version_created_at);
CREATE INDEX _tin_bai_v_version_version_dinh_chinh_cho_idx ON public._tin_bai_v USING btree (version_dinh_chinh_cho_id);
CREATE INDEX _tin_bai_v_version_version_don_vi_idx ON public._tin_bai_v USING btree (version_don_vi_id);
CREATE INDEX _tin_bai_v_version_version_tac_gia_idx ON public._tin_bai_v USING btree (version_tac_gia_id);
CREATE INDEX _tin_bai_v_version_version_updated_at_idx ON public._tin_bai_v USING btree (version_updated_at);
CREATE INDEX _trang_v_autosave_idx ON public._trang_v USING btree (autosave);
CREATE INDEX _trang_v_created_at_idx ON public._trang_v USING btree (created_at);
CREATE INDEX _trang_v_latest_idx ON public._trang_v USING btree (latest);
CREATE INDEX _trang_v_parent_idx ON public._trang_v USING btree (parent_id);
CREATE UNIQUE INDEX _trang_v_pkey ON public._trang_v USING btree (id);
CREATE INDEX _trang_v_rels_order_idx ON public._trang_v_rels USING btree ("order");
CREATE INDEX _trang_v_rels_parent_idx ON public._trang_v_rels USING btree (parent_id);
CREATE INDEX _trang_v_rels_path_idx ON public._trang_v_rels USING btree (path);
CREATE UNIQUE INDEX _trang_v_rels_pkey ON public._trang_v_rels USING btree (id);
CREATE INDEX _trang_v_rels_tu_lieu_id_idx ON public._trang_v_rels USING btree (tu_lieu_id);
CREATE INDEX _trang_v_updated_at_idx ON public._trang_v USING btree (updated_at);
CREATE INDEX _trang_v_version_version__status_idx ON public._trang_v USING btree (version__status);
CREATE INDEX _trang_v_version_version_created_at_idx ON public._trang_v USING btree (version_created_at);
CREATE INDEX _trang_v_version_version_updated_at_idx ON public._trang_v USING btree (version_updated_at);
CREATE INDEX _tu_lieu_v_created_at_idx ON public._tu_lieu_v USING btree (created_at);
CREATE INDEX _tu_lieu_v_latest_idx ON public._tu_lieu_v USING btree (latest);
CREATE INDEX _tu_lieu_v_parent_idx ON public._tu_lieu_v USING btree (parent_id);
CREATE UNIQUE INDEX _tu_lieu_v_pkey ON public._tu_lieu_v USING btree (id);
CREATE INDEX _tu_lieu_v_rels_dong_y_id_idx ON public._tu_lieu_v_rels USING btree (dong_y_id);
CREATE INDEX _tu_lieu_v_rels_order_idx ON public._tu_lieu_v_rels USING btree ("order");
CREATE INDEX _tu_lieu_v_rels_parent_idx ON public._tu_lieu_v_rels USING btree (parent_id);
CREATE INDEX _tu_lieu_v_rels_path_idx ON public._tu_lieu_v_rels USING btree (path);
CREATE UNIQUE INDEX _tu_lieu_v_rels_pkey ON public._tu_lieu_v_rels USING btree (id);
CREATE INDEX _tu_lieu_v_updated_at_idx ON public._tu_lieu_v USING btree (updated_at);
CREATE INDEX _tu_lieu_v_version_sizes_w1280_version_sizes_w1280_filen_idx ON public._tu_lieu_v USING btree (version_sizes_w1280_filename);
CREATE INDEX _tu_lieu_v_version_sizes_w320_version_sizes_w320_filenam_idx ON public._tu_lieu_v USING btree (version_sizes_w320_filename);
CREATE INDEX _tu_lieu_v_version_sizes_w640_version_sizes_w640_filenam_idx ON public._tu_lieu_v USING btree (version_sizes_w640_filename);
CREATE INDEX _tu_lieu_v_version_sizes_w960_version_sizes_w960_filenam_idx ON public._tu_lieu_v USING btree (version_sizes_w960_filename);
CREATE INDEX _tu_lieu_v_version_version__status_idx ON public._tu_lieu_v USING btree (version__status);
CREATE INDEX _tu_lieu_v_version_version_created_at_idx ON public._tu_lieu_v USING btree (version_created_at);
CREATE INDEX _tu_lieu_v_version_version_don_vi_idx ON public._tu_lieu_v USING btree (version_don_vi_id);
CREATE INDEX _tu_lieu_v_version_version_filename_idx ON public._tu_lieu_v USING btree (version_filename);
CREATE INDEX _tu_lieu_v_version_version_tac_gia_idx ON public._tu_lieu_v USING btree (version_tac_gia_id);
CREATE INDEX _tu_lieu_v_version_version_updated_at_idx ON public._tu_lieu_v USING btree (version_updated_at);
CREATE INDEX _van_ban_v_autosave_idx ON public._van_ban_v USING btree (autosave);
CREATE INDEX _van_ban_v_created_at_idx ON public._van_ban_v USING btree (created_at);
CREATE INDEX _van_ban_v_latest_idx ON public._van_ban_v USING btree (latest);
CREATE INDEX _van_ban_v_parent_idx ON public._van_ban_v USING btree (parent_id);
CREATE UNIQUE INDEX _van_ban_v_pkey ON public._van_ban_v USING btree (id);
CREATE INDEX _van_ban_v_rels_chu_de_id_idx ON public._van_ban_v_rels USING btree (chu_de_id);
CREATE INDEX _van_ban_v_rels_order_idx ON public._van_ban_v_rels USING btree ("order");
CREATE INDEX _van_ban_v_rels_parent_idx ON public._van_ban_v_rels USING btree (parent_id);
CREATE INDEX _van_ban_v_rels_path_idx ON public._van_ban_v_rels USING btree (path);
CREATE UNIQUE INDEX _van_ban_v_rels_pkey ON public._van_ban_v_rels USING btree (id);
CREATE INDEX _van_ban_v_updated_at_idx ON public._van_ban_v USING btree (updated_at);
CREATE INDEX _van_ban_v_version_version__status_idx ON public._van_ban_v USING btree (version__status);
CREATE INDEX _van_ban_v_version_version_created_at_idx ON public._van_ban_v USING btree (version_created_at);
CREATE INDEX _van_ban_v_version_version_tac_gia_idx ON public._van_ban_v USING btree (version_tac_gia_id);
CREATE INDEX _van_ban_v_version_version_tep_idx ON public._van_ban_v USING btree (version_tep_id);
CREATE INDEX _van_ban_v_version_version_updated_at_idx ON public._van_ban_v USING btree (version_updated_at);
CREATE INDEX anh_dang_don_vi ON public.anh_dang USING btree (nam_hoc, don_vi, luc DESC, ban_dang_id DESC, con_sau DESC);
CREATE INDEX anh_dang_ma_tep ON public.anh_dang USING btree (ma_tep, luc, ban_dang_id);
CREATE INDEX anh_dang_moi ON public.anh_dang USING btree (luc DESC, ban_dang_id DESC, con_sau DESC);
CREATE INDEX anh_dang_nam_hoc ON public.anh_dang USING btree (nam_hoc, luc DESC, ban_dang_id DESC, con_sau DESC);
CREATE UNIQUE INDEX anh_dang_pkey ON public.anh_dang USING btree (ban_dang_id, con_sau);
CREATE INDEX anh_dang_tai_lieu ON public.anh_dang USING btree (tai_lieu, luc);
CREATE INDEX bai_gui_don_vi ON public.bai_gui USING btree (don_vi, luc);
CREATE INDEX bai_gui_ma ON public.bai_gui USING btree (ma, luc);
CREATE UNIQUE INDEX bai_gui_phieu_key ON public.bai_gui USING btree (phieu);
CREATE UNIQUE INDEX bai_gui_pkey ON public.bai_gui USING btree (id);
CREATE UNIQUE INDEX bai_gui_so_key ON public.bai_gui USING btree (so);
CREATE UNIQUE INDEX bai_gui_tin_bai_key ON public.bai_gui USING btree (tin_bai);
CREATE UNIQUE INDEX bai_gui_xac_nhan_ma_key ON public.bai_gui USING btree (xac_nhan_ma);
CREATE UNIQUE INDEX ban_dang_ban_trinh_idx ON public.ban_dang USING btree (ban_trinh_id) WHERE (khan_den IS NULL);
CREATE UNIQUE INDEX ban_dang_ban_trinh_khan ON public.ban_dang USING btree (ban_trinh_id) WHERE (khan_den IS NOT NULL);
CREATE INDEX ban_dang_created_at_idx ON public.ban_dang USING btree (created_at);
CREATE INDEX ban_dang_danh_sach ON public.ban_dang USING btree (bo_suu_tap, dang_lan_dau DESC, id DESC) WHERE (ket_thuc_luc IS NULL);
CREATE INDEX ban_dang_dau_duong_dan ON public.ban_dang USING btree (bo_suu_tap, slug text_pattern_ops);
CREATE INDEX ban_dang_dinh_chinh ON public.ban_dang USING btree ((((noi_dung)::jsonb #> '{dinhChinhCho,taiLieu}'::text[]))) WHERE ((ket_thuc_luc IS NULL) AND ((loai)::text = 'dinhChinh'::text));
CREATE INDEX ban_dang_don_vi ON public.ban_dang USING btree ((((noi_dung)::jsonb #> '{donVi,taiLieu}'::text[])), dang_lan_dau DESC, id DESC) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'tin-bai'::text));
CREATE INDEX ban_dang_duong_dan ON public.ban_dang USING btree (bo_suu_tap, slug, id DESC);
CREATE INDEX ban_dang_khan ON public.ban_dang USING btree (khan_den) WHERE (khan_den IS NOT NULL);
CREATE INDEX ban_dang_loai ON public.ban_dang USING btree (loai, dang_lan_dau DESC, id DESC) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'tin-bai'::text));
CREATE INDEX ban_dang_ma_tep ON public.ban_dang USING gin (ma_tep(noi_dung)) WHERE (ket_thuc_luc IS NULL);
CREATE INDEX ban_dang_ma_tep_het ON public.ban_dang USING gin (ma_tep(noi_dung)) WHERE (ket_thuc_luc IS NOT NULL);
CREATE UNIQUE INDEX ban_dang_mot_ban_khan ON public.ban_dang USING btree (bo_suu_tap, tai_lieu) WHERE ((ket_thuc_luc IS NULL) AND (khan_den IS NOT NULL));
CREATE UNIQUE INDEX ban_dang_mot_ban_song ON public.ban_dang USING btree (bo_suu_tap, tai_lieu) WHERE ((ket_thuc_luc IS NULL) AND (khan_den IS NULL));
CREATE UNIQUE INDEX ban_dang_pkey ON public.ban_dang USING btree (id);
CREATE INDEX ban_dang_slug_idx ON public.ban_dang USING btree (slug);
CREATE INDEX ban_dang_su_kien ON public.ban_dang USING btree (su_kien_tu(noi_dung), id) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'tin-bai'::text));
CREATE INDEX ban_dang_tai_lieu ON public.ban_dang USING btree (bo_suu_tap, tai_lieu, id DESC);
CREATE INDEX ban_dang_theo_ban_trinh ON public.ban_dang USING btree (ban_trinh_id);
CREATE INDEX ban_dang_tim ON public.ban_dang USING gin (tim_kiem_tap(id, (bo_suu_tap)::text, (loai)::text, dang_lan_dau, (tieu_de)::text, noi_dung)) WITH (fastupdate=off) WHERE (COALESCE(ket_thuc_luc, 'infinity'::timestamp with time zone) = 'infinity'::timestamp with time zone);
CREATE INDEX ban_dang_trang ON public.ban_dang USING btree ((((noi_dung)::jsonb ->> 'muc'::text)), (((noi_dung)::jsonb ->> 'namHoc'::text))) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'trang'::text));
CREATE INDEX ban_dang_updated_at_idx ON public.ban_dang USING btree (updated_at);
CREATE INDEX ban_dang_van_ban_chu_de ON public.ban_dang USING gin ((((noi_dung)::jsonb -> 'chuDe'::text)) jsonb_path_ops) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'van-ban'::text));
CREATE INDEX ban_dang_van_ban_co_quan ON public.ban_dang USING btree (co_quan_ban_hanh(noi_dung), ngay_ban_hanh(noi_dung) DESC, id DESC) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'van-ban'::text));
CREATE INDEX ban_dang_van_ban_loai ON public.ban_dang USING btree (loai, ngay_ban_hanh(noi_dung) DESC, id DESC) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'van-ban'::text));
CREATE INDEX ban_dang_van_ban_ngay ON public.ban_dang USING btree (ngay_ban_hanh(noi_dung) DESC, id DESC) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'van-ban'::text));
CREATE INDEX ban_dang_van_ban_tim ON public.ban_dang USING gin (tim_van_ban(noi_dung)) WHERE ((ket_thuc_luc IS NULL) AND ((bo_suu_tap)::text = 'van-ban'::text));
CREATE INDEX ban_dang_van_tay ON public.ban_dang USING btree (van_tay) WHERE (ket_thuc_luc IS NULL);
CREATE UNIQUE INDEX ban_luu_bo_suu_tap_ban_key ON public.ban_luu USING btree (bo_suu_tap, ban);
CREATE UNIQUE INDEX ban_luu_pkey ON public.ban_luu USING btree (id);
CREATE INDEX ban_luu_tai_lieu_idx ON public.ban_luu USING btree (bo_suu_tap, tai_lieu, id DESC);
CREATE INDEX ban_trinh_created_at_idx ON public.ban_trinh USING btree (created_at);
CREATE INDEX ban_trinh_dong_y ON public.ban_trinh USING gin ((((bang_chung)::jsonb -> 'dongY'::text)) jsonb_path_ops);
CREATE UNIQUE INDEX ban_trinh_lan ON public.ban_trinh USING btree (bo_suu_tap, tai_lieu, lan);
CREATE INDEX ban_trinh_nguoi_trinh ON public.ban_trinh USING btree (nguoi_trinh, created_at);
CREATE UNIQUE INDEX ban_trinh_pkey ON public.ban_trinh USING btree (id);
CREATE INDEX ban_trinh_tac_gia_idx ON public.ban_trinh USING btree (tac_gia);
CREATE INDEX ban_trinh_updated_at_idx ON public.ban_trinh USING btree (updated_at);
CREATE UNIQUE INDEX "boSuuTap_taiLieu_idx" ON public.ho_so USING btree (bo_suu_tap, tai_lieu);
CREATE UNIQUE INDEX cach_bao_pkey ON public.cach_bao USING btree (nguoi);
CREATE INDEX cai_dat__status_idx ON public.cai_dat USING btree (_status);
CREATE INDEX cai_dat_bieu_trung_idx ON public.cai_dat USING btree (bieu_trung_id);
CREATE INDEX cai_dat_created_at_idx ON public.cai_dat USING btree (created_at);
CREATE INDEX cai_dat_kenh_chinh_thuc_order_idx ON public.cai_dat_kenh_chinh_thuc USING btree (_order);
CREATE INDEX cai_dat_kenh_chinh_thuc_parent_id_idx ON public.cai_dat_kenh_chinh_thuc USING btree (_parent_id);
CREATE UNIQUE INDEX cai_dat_kenh_chinh_thuc_pkey ON public.cai_dat_kenh_chinh_thuc USING btree (id);
CREATE INDEX cai_dat_menu_order_idx ON public.cai_dat_menu USING btree (_order);
CREATE INDEX cai_dat_menu_parent_id_idx ON public.cai_dat_menu USING btree (_parent_id);
CREATE UNIQUE INDEX cai_dat_menu_pkey ON public.cai_dat_menu USING btree (id);
CREATE UNIQUE INDEX cai_dat_pkey ON public.cai_dat USING btree (id);
CREATE INDEX cai_dat_updated_at_idx ON public.cai_dat USING btree (updated_at);
CREATE UNIQUE INDEX cho_ky_pkey ON public.cho_ky USING btree (nguoi, phien, ve);
CREATE INDEX chu_de__status_idx ON public.chu_de USING btree (_status);
CREATE INDEX chu_de_created_at_idx ON public.chu_de USING btree (created_at);
CREATE INDEX chu_de_dang_ban_dang ON public.chu_de_dang USING btree (ban_dang_id);
CREATE UNIQUE INDEX chu_de_dang_pkey ON public.chu_de_dang USING btree (chu_de, luc, ban_dang_id);
CREATE UNIQUE INDEX chu_de_pkey ON public.chu_de USING btree (id);
CREATE INDEX chu_de_updated_at_idx ON public.chu_de USING btree (updated_at);
CREATE UNIQUE INDEX da_doc_nguoi_nam_hoc_ban_key ON public.da_doc USING btree (nguoi, nam_hoc, ban);
CREATE UNIQUE INDEX da_doc_pkey ON public.da_doc USING btree (id);
CREATE UNIQUE INDEX danh_tinh_pkey ON public.danh_tinh USING btree (so);
CREATE INDEX don_vi__status_idx ON public.don_vi USING btree (_status);
CREATE INDEX don_vi_cha_idx ON public.don_vi USING btree (cha_id);
CREATE INDEX don_vi_created_at_idx ON public.don_vi USING btree (created_at);
CREATE INDEX don_vi_phu_trach_idx ON public.don_vi USING btree (phu_trach_id);
CREATE UNIQUE INDEX don_vi_pkey ON public.don_vi USING btree (id);
CREATE INDEX don_vi_updated_at_idx ON public.don_vi USING btree (updated_at);
CREATE INDEX dong_y_created_at_idx ON public.dong_y USING btree (created_at);
CREATE INDEX dong_y_kenh_order_idx ON public.dong_y_kenh USING btree ("order");
CREATE INDEX dong_y_kenh_parent_idx ON public.dong_y_kenh USING btree (parent_id);
CREATE UNIQUE INDEX dong_y_kenh_pkey ON public.dong_y_kenh USING btree (id);
CREATE UNIQUE INDEX dong_y_pkey ON public.dong_y USING btree (id);
CREATE INDEX dong_y_tac_gia_idx ON public.dong_y USING btree (tac_gia_id);
CREATE INDEX dong_y_updated_at_idx ON public.dong_y USING btree (updated_at);
CREATE UNIQUE INDEX dot_gui_pkey ON public.dot_gui USING btree (id);
CREATE UNIQUE INDEX giai_dot_pkey ON public.giai_dot USING btree (so);
CREATE INDEX goi_trinh_muc_ban_trinh ON public.goi_trinh_muc USING btree (ban_trinh);
CREATE UNIQUE INDEX goi_trinh_muc_goi_ban_trinh_key ON public.goi_trinh_muc USING btree (goi, ban_trinh);
CREATE UNIQUE INDEX goi_trinh_muc_pkey ON public.goi_trinh_muc USING btree (goi, thu_tu);
CREATE UNIQUE INDEX goi_trinh_pkey ON public.goi_trinh USING btree (id);
CREATE INDEX gui_dot_cua ON public.gui_dot USING btree (dot, id);
CREATE INDEX gui_dot_don_vi ON public.gui_dot USING btree (don_vi, luc);
CREATE UNIQUE INDEX gui_dot_phieu_key ON public.gui_dot USING btree (phieu);
CREATE UNIQUE INDEX gui_dot_pkey ON public.gui_dot USING btree (id);
CREATE UNIQUE INDEX gui_dot_so_key ON public.gui_dot USING btree (so);
CREATE INDEX ho_so_ban_dang_idx ON public.ho_so USING btree (ban_dang_id);
CREATE INDEX ho_so_ban_trinh_idx ON public.ho_so USING btree (ban_trinh_id);
CREATE INDEX ho_so_created_at_idx ON public.ho_so USING btree (created_at);
CREATE INDEX ho_so_cua_tac_gia ON public.ho_so USING btree (tac_gia, trang_thai, updated_at);
CREATE INDEX ho_so_dang_cho ON public.ho_so USING btree (ban_trinh_id) WHERE ((trang_thai)::text = ANY ((ARRAY['choTiepNhan'::character varying, 'choBienTap'::character varying, 'choDuyet'::character varying, 'daDuyet'::character varying, 'henGio'::character varying])::text[]));
CREATE INDEX ho_so_hen_gio ON public.ho_so USING btree (hen_gio_luc) WHERE ((trang_thai)::text = 'henGio'::text);
CREATE INDEX ho_so_nguoi_dong_gop ON public.ho_so USING gin (nguoi_dong_gop jsonb_path_ops);
CREATE UNIQUE INDEX ho_so_pkey ON public.ho_so USING btree (id);
CREATE INDEX ho_so_tac_gia_idx ON public.ho_so USING btree (tac_gia);
CREATE INDEX ho_so_theo_trang_thai ON public.ho_so USING btree (trang_thai, updated_at);
CREATE INDEX ho_so_theo_vai_tro ON public.ho_so USING btree (vai_tro_cho, trang_thai);
CREATE INDEX ho_so_trang_thai_idx ON public.ho_so USING btree (trang_thai);
CREATE INDEX ho_so_updated_at_idx ON public.ho_so USING btree (updated_at);
CREATE INDEX hoi_lop_cua ON public.hoi_lop USING btree (bai_gui, id);
CREATE UNIQUE INDEX hoi_lop_pkey ON public.hoi_lop USING btree (id);
CREATE INDEX hop_thu_cua_nguoi ON public.hop_thu USING btree (nguoi, id DESC);
CREATE UNIQUE INDEX hop_thu_nguoi_khoa_key ON public.hop_thu USING btree (nguoi, khoa);
CREATE UNIQUE INDEX hop_thu_pkey ON public.hop_thu USING btree (id);
CREATE INDEX hop_thu_thu_cho ON public.hop_thu USING btree (thu_sau) WHERE (thu = ANY (ARRAY['cho'::text, 'tongHop'::text]));
CREATE UNIQUE INDEX hop_thu_toi_pkey ON public.hop_thu_toi USING btree (mot);
CREATE INDEX ke_hoach_bai_dong ON public.ke_hoach_bai USING btree (dong);
CREATE UNIQUE INDEX ke_hoach_bai_pkey ON public.ke_hoach_bai USING btree (tin_bai);
CREATE INDEX ke_hoach_dong_cua ON public.ke_hoach_dong USING btree (ke_hoach, thu_tu);
CREATE UNIQUE INDEX ke_hoach_dong_pkey ON public.ke_hoach_dong USING btree (ma);
CREATE UNIQUE INDEX ke_hoach_nam_hoc_key ON public.ke_hoach USING btree (nam_hoc);
CREATE UNIQUE INDEX ke_hoach_pkey ON public.ke_hoach USING btree (id);
CREATE INDEX kenh_dang_cua ON public.kenh_dang USING btree (bo_suu_tap, tai_lieu, id);
CREATE INDEX kenh_dang_ngay ON public.kenh_dang USING btree (kenh, ngay);
CREATE UNIQUE INDEX kenh_dang_pkey ON public.kenh_dang USING btree (id);
CREATE UNIQUE INDEX khoa_cho_nguoi_key ON public.khoa_cho USING btree (nguoi);
CREATE UNIQUE INDEX khoa_cho_pkey ON public.khoa_cho USING btree (ma);
CREATE INDEX khoa_nguoi_nguoi ON public.khoa_nguoi USING btree (nguoi);
CREATE UNIQUE INDEX khoa_nguoi_pkey ON public.khoa_nguoi USING btree (ma);
CREATE UNIQUE INDEX khong_hien_pkey ON public.khong_hien USING btree (id);
CREATE UNIQUE INDEX loi_moi_bam_key ON public.loi_moi USING btree (bam);
CREATE UNIQUE INDEX loi_moi_pkey ON public.loi_moi USING btree (nguoi_dung);
CREATE UNIQUE INDEX ma_du_phong_pkey ON public.ma_du_phong USING btree (nguoi, bam);
CREATE UNIQUE INDEX ma_gui_bai_dang ON public.ma_gui_bai USING btree (don_vi, nam_hoc) WHERE (het_luc IS NULL);
CREATE UNIQUE INDEX ma_gui_bai_ma_key ON public.ma_gui_bai USING btree (ma);
CREATE UNIQUE INDEX ma_gui_bai_pkey ON public.ma_gui_bai USING btree (id);
CREATE UNIQUE INDEX ma_xac_nhan_pkey ON public.ma_xac_nhan USING btree (nguoi);
CREATE INDEX nguoi_dung_created_at_idx ON public.nguoi_dung USING btree (created_at);
CREATE INDEX nguoi_dung_don_vi_idx ON public.nguoi_dung USING btree (don_vi_id);
CREATE UNIQUE INDEX nguoi_dung_email_idx ON public.nguoi_dung USING btree (email);
CREATE UNIQUE INDEX nguoi_dung_pkey ON public.nguoi_dung USING btree (id);
CREATE INDEX nguoi_dung_sessions_order_idx ON public.nguoi_dung_sessions USING btree (_order);
CREATE INDEX nguoi_dung_sessions_parent_id_idx ON public.nguoi_dung_sessions USING btree (_parent_id);
CREATE UNIQUE INDEX nguoi_dung_sessions_pkey ON public.nguoi_dung_sessions USING btree (id);
CREATE INDEX nguoi_dung_ten_sap_xep_idx ON public.nguoi_dung USING btree (ten_sap_xep);
CREATE INDEX nguoi_dung_updated_at_idx ON public.nguoi_dung USING btree (updated_at);
CREATE INDEX nguoi_dung_vai_tro_order_idx ON public.nguoi_dung_vai_tro USING btree ("order");
CREATE INDEX nguoi_dung_vai_tro_parent_idx ON public.nguoi_dung_vai_tro USING btree (parent_id);
CREATE UNIQUE INDEX nguoi_dung_vai_tro_pkey ON public.nguoi_dung_vai_tro USING btree (id);
CREATE INDEX nguoi_trong_tep_nguoi ON public.nguoi_trong_tep USING btree (dong_y);
CREATE UNIQUE INDEX nguoi_trong_tep_pkey ON public.nguoi_trong_tep USING btree (sha256, dong_y);
CREATE UNIQUE INDEX nhac_viec_pkey ON public.nhac_viec USING btree (thang, bac);
CREATE UNIQUE INDEX nhat_ky_bam_idx ON public.nhat_ky USING btree (bam);
CREATE INDEX nhat_ky_created_at_idx ON public.nhat_ky USING btree (created_at);
CREATE UNIQUE INDEX nhat_ky_pkey ON public.nhat_ky USING btree (id);
CREATE INDEX nhat_ky_quyen ON public.nhat_ky USING btree (so) WHERE ((hanh_dong)::text = ANY ((ARRAY['tao-tai-khoan'::character varying, 'doi-tai-khoan'::character varying, 'doi-mat-khau'::character varying, 'doi-dia-chi'::character varying, 'uy-quyen'::character varying, 'thu-hoi-uy-quyen'::character varying, 'doi-quy-che'::character varying, 'niem-phong'::character varying, 'doi-khoa'::character varying, 'thay-khoa'::character varying, 'ke-nhiem'::character varying, 'thanh-vien'::character varying, 'them-khoa'::character varying, 'bo-khoa'::character varying])::text[]));
CREATE UNIQUE INDEX nhat_ky_so_idx ON public.nhat_ky USING btree (so);
CREATE INDEX nhat_ky_tai_lieu ON public.nhat_ky USING btree (bo_suu_tap, tai_lieu, so DESC);
CREATE INDEX nhat_ky_updated_at_idx ON public.nhat_ky USING btree (updated_at);
CREATE UNIQUE INDEX payload_kv_key_idx ON public.payload_kv USING btree (key);
CREATE UNIQUE INDEX payload_kv_pkey ON public.payload_kv USING btree (id);
CREATE INDEX payload_migrations_created_at_idx ON public.payload_migrations USING btree (created_at);
CREATE UNIQUE INDEX payload_migrations_pkey ON public.payload_migrations USING btree (id);
CREATE INDEX payload_migrations_updated_at_idx ON public.payload_migrations USING btree (updated_at);
CREATE INDEX payload_preferences_created_at_idx ON public.payload_preferences USING btree (created_at);
CREATE INDEX payload_preferences_key_idx ON public.payload_preferences USING btree (key);
CREATE UNIQUE INDEX payload_preferences_pkey ON public.payload_preferences USING btree (id);
CREATE INDEX payload_preferences_rels_nguoi_dung_id_idx ON public.payload_preferences_rels USING btree (nguoi_dung_id);
CREATE INDEX payload_preferences_rels_order_idx ON public.payload_preferences_rels USING btree ("order");
CREATE INDEX payload_preferences_rels_parent_idx ON public.payload_preferences_rels USING btree (parent_id);
CREATE INDEX payload_preferences_rels_path_idx ON public.payload_preferences_rels USING btree (path);
CREATE UNIQUE INDEX payload_preferences_rels_pkey ON public.payload_preferences_rels USING btree (id);
CREATE INDEX payload_preferences_updated_at_idx ON public.payload_preferences USING btree (updated_at);
CREATE INDEX phieu_duyet_ban_trinh_idx ON public.phieu_duyet USING btree (ban_trinh_id);
CREATE INDEX phieu_duyet_created_at_idx ON public.phieu_duyet USING btree (created_at);
CREATE INDEX phieu_duyet_nguoi_idx ON public.phieu_duyet USING btree (nguoi);
CREATE UNIQUE INDEX phieu_duyet_pkey ON public.phieu_duyet USING btree (id);
CREATE INDEX phieu_duyet_theo_ban_trinh ON public.phieu_duyet USING btree (ban_trinh_id, id);
CREATE INDEX phieu_duyet_updated_at_idx ON public.phieu_duyet USING btree (updated_at);
CREATE UNIQUE INDEX phieu_thay_pkey ON public.phieu_thay USING btree (cu, moi);
CREATE UNIQUE INDEX quy_che_ban_pkey ON public.quy_che_ban USING btree (id);
CREATE UNIQUE INDEX quy_che_ban_so_key ON public.quy_che_ban USING btree (so);
CREATE INDEX quy_che_buoc_ap_dung_order_idx ON public.quy_che_buoc_ap_dung USING btree ("order");
CREATE INDEX quy_che_buoc_ap_dung_parent_idx ON public.quy_che_buoc_ap_dung USING btree (parent_id);
CREATE UNIQUE INDEX quy_che_buoc_ap_dung_pkey ON public.quy_che_buoc_ap_dung USING btree (id);
CREATE INDEX quy_che_buoc_bo_suu_tap_order_idx ON public.quy_che_buoc_bo_suu_tap USING btree ("order");
CREATE INDEX quy_che_buoc_bo_suu_tap_parent_idx ON public.quy_che_buoc_bo_suu_tap USING btree (parent_id);
CREATE UNIQUE INDEX quy_che_buoc_bo_suu_tap_pkey ON public.quy_che_buoc_bo_suu_tap USING btree (id);
CREATE INDEX quy_che_buoc_don_vi_idx ON public.quy_che_buoc USING btree (don_vi_id);
CREATE INDEX quy_che_buoc_order_idx ON public.quy_che_buoc USING btree (_order);
CREATE INDEX quy_che_buoc_parent_id_idx ON public.quy_che_buoc USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_buoc_pkey ON public.quy_che_buoc USING btree (id);
CREATE INDEX quy_che_chi_tieu_loai_don_vi_order_idx ON public.quy_che_chi_tieu_loai_don_vi USING btree ("order");
CREATE INDEX quy_che_chi_tieu_loai_don_vi_parent_idx ON public.quy_che_chi_tieu_loai_don_vi USING btree (parent_id);
CREATE UNIQUE INDEX quy_che_chi_tieu_loai_don_vi_pkey ON public.quy_che_chi_tieu_loai_don_vi USING btree (id);
CREATE INDEX quy_che_chi_tieu_order_idx ON public.quy_che_chi_tieu USING btree (_order);
CREATE INDEX quy_che_chi_tieu_parent_id_idx ON public.quy_che_chi_tieu USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_chi_tieu_pkey ON public.quy_che_chi_tieu USING btree (id);
CREATE INDEX quy_che_kiem_tra_ap_dung_order_idx ON public.quy_che_kiem_tra_ap_dung USING btree ("order");
CREATE INDEX quy_che_kiem_tra_ap_dung_parent_idx ON public.quy_che_kiem_tra_ap_dung USING btree (parent_id);
CREATE UNIQUE INDEX quy_che_kiem_tra_ap_dung_pkey ON public.quy_che_kiem_tra_ap_dung USING btree (id);
CREATE INDEX quy_che_kiem_tra_bo_suu_tap_order_idx ON public.quy_che_kiem_tra_bo_suu_tap USING btree ("order");
CREATE INDEX quy_che_kiem_tra_bo_suu_tap_parent_idx ON public.quy_che_kiem_tra_bo_suu_tap USING btree (parent_id);
CREATE UNIQUE INDEX quy_che_kiem_tra_bo_suu_tap_pkey ON public.quy_che_kiem_tra_bo_suu_tap USING btree (id);
CREATE INDEX quy_che_kiem_tra_can_cu_order_idx ON public.quy_che_kiem_tra_can_cu USING btree (_order);
CREATE INDEX quy_che_kiem_tra_can_cu_parent_id_idx ON public.quy_che_kiem_tra_can_cu USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_kiem_tra_can_cu_pkey ON public.quy_che_kiem_tra_can_cu USING btree (id);
CREATE INDEX quy_che_kiem_tra_order_idx ON public.quy_che_kiem_tra USING btree (_order);
CREATE INDEX quy_che_kiem_tra_parent_id_idx ON public.quy_che_kiem_tra USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_kiem_tra_pkey ON public.quy_che_kiem_tra USING btree (id);
CREATE INDEX quy_che_ly_do_go_order_idx ON public.quy_che_ly_do_go USING btree (_order);
CREATE INDEX quy_che_ly_do_go_parent_id_idx ON public.quy_che_ly_do_go USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_ly_do_go_pkey ON public.quy_che_ly_do_go USING btree (id);
CREATE INDEX quy_che_mien_lien_ket_order_idx ON public.quy_che_mien_lien_ket USING btree (_order);
CREATE INDEX quy_che_mien_lien_ket_parent_id_idx ON public.quy_che_mien_lien_ket USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_mien_lien_ket_pkey ON public.quy_che_mien_lien_ket USING btree (id);
CREATE INDEX quy_che_ngay_nghi_order_idx ON public.quy_che_ngay_nghi USING btree (_order);
CREATE INDEX quy_che_ngay_nghi_parent_id_idx ON public.quy_che_ngay_nghi USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_ngay_nghi_pkey ON public.quy_che_ngay_nghi USING btree (id);
CREATE UNIQUE INDEX quy_che_pkey ON public.quy_che USING btree (id);
CREATE INDEX quy_che_rels_nguoi_dung_id_idx ON public.quy_che_rels USING btree (nguoi_dung_id);
CREATE INDEX quy_che_rels_order_idx ON public.quy_che_rels USING btree ("order");
CREATE INDEX quy_che_rels_parent_idx ON public.quy_che_rels USING btree (parent_id);
CREATE INDEX quy_che_rels_path_idx ON public.quy_che_rels USING btree (path);
CREATE UNIQUE INDEX quy_che_rels_pkey ON public.quy_che_rels USING btree (id);
CREATE INDEX quy_che_ten_mien_email_order_idx ON public.quy_che_ten_mien_email USING btree (_order);
CREATE INDEX quy_che_ten_mien_email_parent_id_idx ON public.quy_che_ten_mien_email USING btree (_parent_id);
CREATE UNIQUE INDEX quy_che_ten_mien_email_pkey ON public.quy_che_ten_mien_email USING btree (id);
CREATE INDEX san_pham_dang ON public.san_pham USING btree (dang_thang, dang_don_vi) INCLUDE (san_pham, dang_loai) WHERE (dang_thang IS NOT NULL);
CREATE INDEX san_pham_dang_nguoi ON public.san_pham USING gin (dang_nguoi);
CREATE INDEX san_pham_gui ON public.san_pham USING btree (gui_thang, don_vi) INCLUDE (san_pham, loai) WHERE (gui_thang IS NOT NULL);
CREATE INDEX san_pham_lop ON public.san_pham USING btree (dang_lop, dang_thang) WHERE (dang_lop IS NOT NULL);
CREATE INDEX san_pham_nguoi ON public.san_pham USING gin (nguoi);
CREATE UNIQUE INDEX san_pham_pkey ON public.san_pham USING btree (bo_suu_tap, tai_lieu);
CREATE INDEX tep_da_che_bam ON public.tep_da_che USING btree (sha256) WHERE (bo_luc IS NULL);
CREATE UNIQUE INDEX tep_da_che_pkey ON public.tep_da_che USING btree (id);
CREATE INDEX tep_lop_gui_bam ON public.tep_lop_gui USING btree (sha256);
CREATE UNIQUE INDEX tep_lop_gui_pkey ON public.tep_lop_gui USING btree (tu_lieu, sha256);
CREATE INDEX thanh_vien_created_at_idx ON public.thanh_vien USING btree (created_at);
CREATE UNIQUE INDEX thanh_vien_dang ON public.thanh_vien USING btree (nguoi_id, don_vi_id) WHERE (den IS NULL);
CREATE INDEX thanh_vien_don_vi_idx ON public.thanh_vien USING btree (don_vi_id);
CREATE INDEX thanh_vien_nguoi_idx ON public.thanh_vien USING btree (nguoi_id);
CREATE UNIQUE INDEX thanh_vien_pkey ON public.thanh_vien USING btree (id);
CREATE INDEX thanh_vien_updated_at_idx ON public.thanh_vien USING btree (updated_at);
CREATE UNIQUE INDEX the_he_pkey ON public.the_he USING btree (mot);
CREATE INDEX tin_bai__status_idx ON public.tin_bai USING btree (_status);
CREATE INDEX tin_bai_anh_bia_idx ON public.tin_bai USING btree (anh_bia_id);
CREATE INDEX tin_bai_created_at_idx ON public.tin_bai USING btree (created_at);
CREATE INDEX tin_bai_dinh_chinh_cho_idx ON public.tin_bai USING btree (dinh_chinh_cho_id);
CREATE INDEX tin_bai_don_vi_idx ON public.tin_bai USING btree (don_vi_id);
CREATE UNIQUE INDEX tin_bai_pkey ON public.tin_bai USING btree (id);
CREATE INDEX tin_bai_rels_chu_de_id_idx ON public.tin_bai_rels USING btree (chu_de_id);
CREATE INDEX tin_bai_rels_dong_y_id_idx ON public.tin_bai_rels USING btree (dong_y_id);
CREATE INDEX tin_bai_rels_nguoi_dung_id_idx ON public.tin_bai_rels USING btree (nguoi_dung_id);
CREATE INDEX tin_bai_rels_order_idx ON public.tin_bai_rels USING btree ("order");
CREATE INDEX tin_bai_rels_parent_idx ON public.tin_bai_rels USING btree (parent_id);
CREATE INDEX tin_bai_rels_path_idx ON public.tin_bai_rels USING btree (path);
CREATE UNIQUE INDEX tin_bai_rels_pkey ON public.tin_bai_rels USING btree (id);
CREATE INDEX tin_bai_rels_tu_lieu_id_idx ON public.tin_bai_rels USING btree (tu_lieu_id);
CREATE INDEX tin_bai_tac_gia_idx ON public.tin_bai USING btree (tac_gia_id);
CREATE INDEX tin_bai_updated_at_idx ON public.tin_bai USING btree (updated_at);
CREATE INDEX trang__status_idx ON public.trang USING btree (_status);
CREATE INDEX trang_created_at_idx ON public.trang USING btree (created_at);
CREATE UNIQUE INDEX trang_pkey ON public.trang USING btree (id);
CREATE INDEX trang_rels_order_idx ON public.trang_rels USING btree ("order");
CREATE INDEX trang_rels_parent_idx ON public.trang_rels USING btree (parent_id);
CREATE INDEX trang_rels_path_idx ON public.trang_rels USING btree (path);
CREATE UNIQUE INDEX trang_rels_pkey ON public.trang_rels USING btree (id);
CREATE INDEX trang_rels_tu_lieu_id_idx ON public.trang_rels USING btree (tu_lieu_id);
CREATE INDEX trang_updated_at_idx ON public.trang USING btree (updated_at);
CREATE INDEX tu_lieu__status_idx ON public.tu_lieu USING btree (_status);
CREATE INDEX tu_lieu_created_at_idx ON public.tu_lieu USING btree (created_at);
CREATE INDEX tu_lieu_don_vi_idx ON public.tu_lieu USING btree (don_vi_id);
CREATE UNIQUE INDEX tu_lieu_filename_idx ON public.tu_lieu USING btree (filename);
CREATE INDEX tu_lieu_goc ON public.tu_lieu USING btree (goc) WHERE (goc IS NOT NULL);
CREATE UNIQUE INDEX tu_lieu_pkey ON public.tu_lieu USING btree (id);
CREATE INDEX tu_lieu_rels_dong_y_id_idx ON public.tu_lieu_rels USING btree (dong_y_id);
CREATE INDEX tu_lieu_rels_order_idx ON public.tu_lieu_rels USING btree ("order");
CREATE INDEX tu_lieu_rels_parent_idx ON public.tu_lieu_rels USING btree (parent_id);
CREATE INDEX tu_lieu_rels_path_idx ON public.tu_lieu_rels USING btree (path);
CREATE UNIQUE INDEX tu_lieu_rels_pkey ON public.tu_lieu_rels USING btree (id);
CREATE INDEX tu_lieu_sha256 ON public.tu_lieu USING btree (sha256, id);
CREATE INDEX tu_lieu_sizes_w1280_sizes_w1280_filename_idx ON public.tu_lieu USING btree (sizes_w1280_filename);
CREATE INDEX tu_lieu_sizes_w320_sizes_w320_filename_idx ON public.tu_lieu USING btree (sizes_w320_filename);
CREATE INDEX tu_lieu_sizes_w640_sizes_w640_filename_idx ON public.tu_lieu USING btree (sizes_w640_filename);
CREATE INDEX tu_lieu_sizes_w960_sizes_w960_filename_idx ON public.tu_lieu USING btree (sizes_w960_filename);
CREATE INDEX tu_lieu_tac_gia_idx ON public.tu_lieu USING btree (tac_gia_id);
CREATE INDEX tu_lieu_updated_at_idx ON public.tu_lieu USING btree (updated_at);
CREATE INDEX tu_tieu_de_gan ON public.tu_tieu_de USING gist (tu gist_trgm_ops);
CREATE UNIQUE INDEX tu_tieu_de_pkey ON public.tu_tieu_de USING btree (tu);
CREATE INDEX uy_quyen_created_at_idx ON public.uy_quyen USING btree (created_at);
CREATE INDEX uy_quyen_nguoi_duoc_uy_quyen_idx ON public.uy_quyen USING btree (nguoi_duoc_uy_quyen_id);
CREATE INDEX uy_quyen_nguoi_uy_quyen_idx ON public.uy_quyen USING btree (nguoi_uy_quyen_id);
CREATE UNIQUE INDEX uy_quyen_pkey ON public.uy_quyen USING btree (id);
CREATE INDEX uy_quyen_updated_at_idx ON public.uy_quyen USING btree (updated_at);
CREATE INDEX van_ban__status_idx ON public.van_ban USING btree (_status);
CREATE INDEX van_ban_created_at_idx ON public.van_ban USING btree (created_at);
CREATE UNIQUE INDEX van_ban_pkey ON public.van_ban USING btree (id);
CREATE INDEX van_ban_rels_chu_de_id_idx ON public.van_ban_rels USING btree (chu_de_id);
CREATE INDEX van_ban_rels_order_idx ON public.van_ban_rels USING btree ("order");
CREATE INDEX van_ban_rels_parent_idx ON public.van_ban_rels USING btree (parent_id);
CREATE INDEX van_ban_rels_path_idx ON public.van_ban_rels USING btree (path);
CREATE UNIQUE INDEX van_ban_rels_pkey ON public.van_ban_rels USING btree (id);
CREATE INDEX van_ban_tac_gia_idx ON public.van_ban USING btree (tac_gia_id);
CREATE INDEX van_ban_tep_idx ON public.van_ban USING btree (tep_id);
CREATE INDEX van_ban_updated_at_idx ON public.van_ban USING btree (updated_at);
CREATE INDEX viec_cua_nguoi ON public.viec USING btree (nguoi, han);
CREATE UNIQUE INDEX viec_pkey ON public.viec USING btree (bo_suu_tap, tai_lieu);
CREATE INDEX viec_tep_cho ON public.viec_tep USING btree (sau) WHERE (trang_thai = 'cho'::text);
CREATE UNIQUE INDEX viec_tep_pkey ON public.viec_tep USING btree (tu_lieu);
CREATE INDEX viec_theo_han ON public.viec USING btree (han) WHERE (han IS NOT NULL);
CREATE UNIQUE INDEX xem_lai_pkey ON public.xem_lai USING btree (bo_suu_tap, tai_lieu);
CREATE UNIQUE INDEX xin_vai_tro_dang_cho ON public.xin_vai_tro USING btree (nguoi_dung) WHERE (ket_qua IS NULL);
CREATE UNIQUE INDEX xin_vai_tro_pkey ON public.xin_vai_tro USING btree (id);
CREATE INDEX xoa_tep_cho ON public.xoa_tep USING btree (sau) WHERE (xong_luc IS NULL);
CREATE UNIQUE INDEX xoa_tep_pkey ON public.xoa_tep USING btree (sha256);
CREATE INDEX y_kien_duyet_cua ON public.y_kien_duyet USING btree (bo_suu_tap, tai_lieu, id);
CREATE UNIQUE INDEX y_kien_duyet_pkey ON public.y_kien_duyet USING btree (id);

-- Triggers

CREATE TRIGGER ct_gio_cua_may BEFORE INSERT OR UPDATE ON public.bai_gui FOR EACH ROW EXECUTE FUNCTION ct_gio_cua_may();
CREATE TRIGGER ct_san_pham AFTER INSERT ON public.bai_gui FOR EACH ROW EXECUTE FUNCTION ct_san_pham();
CREATE TRIGGER ct_san_pham_thoi AFTER UPDATE ON public.bai_gui FOR EACH ROW WHEN (((new.thoi_luc IS NOT NULL) AND (old.thoi_luc IS NULL))) EXECUTE FUNCTION ct_san_pham();
CREATE TRIGGER ct_anh_dang AFTER INSERT ON public.ban_dang FOR EACH ROW WHEN (((new.bo_suu_tap)::text = ANY ((ARRAY['tin-bai'::character varying, 'tu-lieu'::character varying])::text[]))) EXECUTE FUNCTION ct_anh_dang();
CREATE TRIGGER ct_anh_dang_an AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN ((old.an_den IS DISTINCT FROM new.an_den)) EXECUTE FUNCTION ct_anh_dang_an();
CREATE TRIGGER ct_anh_dang_ket_thuc AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN (((new.ket_thuc_luc IS NOT NULL) AND ((new.bo_suu_tap)::text = ANY ((ARRAY['tin-bai'::character varying, 'tu-lieu'::character varying])::text[])))) EXECUTE FUNCTION ct_anh_dang();
CREATE TRIGGER ct_append_only BEFORE DELETE OR TRUNCATE ON public.ban_dang FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_ban_dang BEFORE INSERT ON public.ban_dang FOR EACH ROW EXECUTE FUNCTION ct_ban_dang();
CREATE TRIGGER ct_ban_dang_ket_thuc BEFORE UPDATE ON public.ban_dang FOR EACH ROW EXECUTE FUNCTION ct_ban_dang_ket_thuc();
CREATE TRIGGER ct_bao_doc_gia AFTER INSERT ON public.ban_dang FOR EACH ROW EXECUTE FUNCTION ct_bao_doc_gia();
CREATE TRIGGER ct_bao_doc_gia_an AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN ((old.an_den IS DISTINCT FROM new.an_den)) EXECUTE FUNCTION ct_bao_doc_gia();
CREATE TRIGGER ct_bao_doc_gia_ket_thuc AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN (((old.ket_thuc_luc IS NULL) AND (new.ket_thuc_luc IS NOT NULL))) EXECUTE FUNCTION ct_bao_doc_gia();
CREATE TRIGGER ct_chu_de_dang AFTER INSERT ON public.ban_dang FOR EACH ROW WHEN (((new.bo_suu_tap)::text = 'tin-bai'::text)) EXECUTE FUNCTION ct_chu_de_dang();
CREATE TRIGGER ct_chu_de_dang_ket_thuc AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN (((new.ket_thuc_luc IS NOT NULL) AND ((new.bo_suu_tap)::text = 'tin-bai'::text))) EXECUTE FUNCTION ct_chu_de_dang();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky AFTER INSERT ON public.ban_dang DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ct_co_nhat_ky();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky_ket_thuc AFTER UPDATE ON public.ban_dang DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.ly_do_go IS NOT NULL)) EXECUTE FUNCTION ct_co_nhat_ky();
CREATE TRIGGER ct_het_khan AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN (((old.ket_thuc_luc IS NULL) AND (new.ket_thuc_luc IS NOT NULL) AND (new.ly_do_go IS NOT NULL) AND (new.khan_den IS NOT NULL))) EXECUTE FUNCTION ct_het_khan();
CREATE CONSTRAINT TRIGGER ct_ket_thuc_co_co AFTER UPDATE ON public.ban_dang DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ct_ket_thuc_co_co();
CREATE TRIGGER ct_san_pham AFTER INSERT ON public.ban_dang FOR EACH ROW WHEN ((((new.bo_suu_tap)::text = ANY ((ARRAY['tin-bai'::character varying, 'tu-lieu'::character varying])::text[])) AND (new.khan_den IS NULL))) EXECUTE FUNCTION ct_san_pham();
CREATE TRIGGER ct_san_pham_go AFTER UPDATE ON public.ban_dang FOR EACH ROW WHEN ((((new.bo_suu_tap)::text = ANY ((ARRAY['tin-bai'::character varying, 'tu-lieu'::character varying])::text[])) AND (new.khan_den IS NULL) AND (new.ly_do_go IS NOT NULL))) EXECUTE FUNCTION ct_san_pham();
CREATE TRIGGER ct_tu_tieu_de AFTER INSERT ON public.ban_dang FOR EACH ROW WHEN (((new.bo_suu_tap)::text = ANY ((ARRAY['tin-bai'::character varying, 'van-ban'::character varying, 'trang'::character varying])::text[]))) EXECUTE FUNCTION ct_tu_tieu_de();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ban_trinh FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_ban_trinh BEFORE INSERT ON public.ban_trinh FOR EACH ROW EXECUTE FUNCTION ct_ban_trinh();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky AFTER INSERT ON public.ban_trinh DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ct_co_nhat_ky();
CREATE TRIGGER ct_mot_lanh_dao BEFORE INSERT ON public.ban_trinh FOR EACH ROW EXECUTE FUNCTION ct_mot_lanh_dao();
CREATE TRIGGER ct_san_pham AFTER INSERT ON public.ban_trinh FOR EACH ROW WHEN (((new.bo_suu_tap)::text = ANY ((ARRAY['tin-bai'::character varying, 'tu-lieu'::character varying])::text[]))) EXECUTE FUNCTION ct_san_pham();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.cai_dat FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.chu_de FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.da_doc FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.danh_tinh FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.don_vi FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();
CREATE TRIGGER ct_gio_rut BEFORE UPDATE ON public.dong_y FOR EACH ROW EXECUTE FUNCTION ct_gio_rut();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.goi_trinh FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.goi_trinh_muc FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_ho_so BEFORE UPDATE ON public.ho_so FOR EACH ROW EXECUTE FUNCTION ct_ho_so();
CREATE TRIGGER ct_keep_file BEFORE DELETE ON public.ho_so FOR EACH ROW EXECUTE FUNCTION ct_keep_file();
CREATE TRIGGER ct_giu_dong_ke_hoach BEFORE DELETE OR UPDATE ON public.ke_hoach_dong FOR EACH ROW EXECUTE FUNCTION ct_giu_dong_ke_hoach();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kenh_dang FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_gio_cua_may BEFORE INSERT ON public.kenh_dang FOR EACH ROW EXECUTE FUNCTION ct_gio_cua_may();
CREATE TRIGGER ct_keep_accounts BEFORE DELETE OR TRUNCATE ON public.nguoi_dung FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.nguoi_trong_tep FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.nhat_ky FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_nhat_ky BEFORE INSERT ON public.nhat_ky FOR EACH ROW EXECUTE FUNCTION ct_nhat_ky();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.phieu_duyet FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky AFTER INSERT ON public.phieu_duyet DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ct_co_nhat_ky();
CREATE TRIGGER ct_phieu_duyet BEFORE INSERT ON public.phieu_duyet FOR EACH ROW EXECUTE FUNCTION ct_phieu_duyet();
CREATE TRIGGER ct_phieu_mot_khan BEFORE INSERT ON public.phieu_duyet FOR EACH ROW WHEN (((new.quyet_dinh)::text = 'dangKhan'::text)) EXECUTE FUNCTION ct_mot_khan();
CREATE TRIGGER ct_san_pham AFTER INSERT ON public.phieu_duyet FOR EACH ROW WHEN (((new.quyet_dinh)::text = 'thuHoi'::text)) EXECUTE FUNCTION ct_san_pham();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.phieu_thay FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.quy_che_ban FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky AFTER INSERT ON public.quy_che_ban DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ct_quy_che_ban_nhat_ky();
CREATE TRIGGER ct_quy_che_ban BEFORE INSERT ON public.quy_che_ban FOR EACH ROW EXECUTE FUNCTION ct_quy_che_ban();
CREATE TRIGGER ct_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tep_lop_gui FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE TRIGGER ct_giu_thanh_vien BEFORE DELETE OR UPDATE ON public.thanh_vien FOR EACH ROW EXECUTE FUNCTION ct_giu_thanh_vien();
CREATE TRIGGER ct_giu_thanh_vien_het BEFORE TRUNCATE ON public.thanh_vien FOR EACH STATEMENT EXECUTE FUNCTION ct_giu_thanh_vien();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.tin_bai FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.trang FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.tu_lieu FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();
CREATE TRIGGER ct_append_only BEFORE DELETE OR TRUNCATE ON public.uy_quyen FOR EACH STATEMENT EXECUTE FUNCTION ct_append_only();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky AFTER INSERT ON public.uy_quyen DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ct_co_nhat_ky();
CREATE CONSTRAINT TRIGGER ct_co_nhat_ky_thu_hoi AFTER UPDATE ON public.uy_quyen DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.thu_hoi_luc IS NULL) AND (new.thu_hoi_luc IS NOT NULL))) EXECUTE FUNCTION ct_co_nhat_ky();
CREATE TRIGGER ct_uy_quyen BEFORE INSERT OR UPDATE ON public.uy_quyen FOR EACH ROW EXECUTE FUNCTION ct_uy_quyen();
CREATE TRIGGER ct_keep_submitted BEFORE DELETE ON public.van_ban FOR EACH ROW EXECUTE FUNCTION ct_keep_submitted();

-- Functions

CREATE OR REPLACE FUNCTION public.chu_trong_bai(noi_dung text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select concat_ws(' | ',
    (select string_agg(t #>> '{}', ' ') from jsonb_path_query(j -> 'noiDung', 'strict $.**.text') as t),
    (select string_agg(t #>> '{}', ' | ') from jsonb_path_query(j, 'strict $.**.chuTep') as t))
  from (select noi_dung::jsonb as j) as x;
$function$
;
CREATE OR REPLACE FUNCTION public.co_quan_ban_hanh(noi_dung text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select noi_dung::jsonb ->> 'coQuanBanHanh';
$function$
;
CREATE OR REPLACE FUNCTION public.ct_anh_dang()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from anh_dang where ban_dang_id = new.id;
    return null;
  end if;
  insert into anh_dang (ban_dang_id, con_sau, tai_lieu, ma_tep, nam_hoc, don_vi, luc, khan_den)
    select new.id, row_number() over (order by a.vi_tri desc) - 1, a.tai_lieu, a.ma_tep, ct_nam_hoc(new.dang_lan_dau), (new.noi_dung::jsonb #>> '{donVi,taiLieu}')::numeric,
      new.dang_lan_dau, new.khan_den
    from ct_anh_trong_bai(new.noi_dung) a;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_anh_dang_an()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update anh_dang set an_den = new.an_den where ban_dang_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_anh_trong_bai(noi_dung text)
 RETURNS TABLE(tai_lieu numeric, ma_tep text, vi_tri bigint)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (m.o ->> 'taiLieu')::numeric, min(m.o ->> 'sha256'), min(m.i)
  from jsonb_path_query(noi_dung::jsonb, 'strict $.** ? (@.sha256.type() == "string" && @.loai.type() == "string" && @.taiLieu.type() == "number")') with ordinality as m (o, i)
  group by 1;
$function$
;
CREATE OR REPLACE FUNCTION public.ct_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform ct_refuse(tg_table_name || ' is append-only: ' || tg_op || ' refused');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_ban_dang()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  b ban_trinh%rowtype;
  duyet phieu_duyet%rowtype;
  nay timestamptz := ct_nay();
  han timestamptz;
begin
  select * into b from ban_trinh where id = new.ban_trinh_id;
  if not found then perform ct_refuse('an edition needs a submission'); end if;
  perform ct_lock(b.bo_suu_tap, b.tai_lieu);
  if exists (select 1 from ban_trinh m where m.bo_suu_tap = b.bo_suu_tap and m.tai_lieu = b.tai_lieu and m.lan > b.lan) then
    perform ct_refuse('the submission was superseded');
  end if;
  if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh not in ('duyet', 'dangKhan')) then
    perform ct_refuse('the submission was refused or taken back');
  end if;
  if exists (select 1 from ban_dang d where d.ban_trinh_id = b.id and d.ly_do_go is not null) then perform ct_refuse('the submission was withdrawn'); end if;

  if new.khan_den is not null then
    -- In an emergency the spokesperson's own verdict stands for the chain, until the hour it names.
    select * into duyet from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'dangKhan' and p.van_tay = b.van_tay order by id desc limit 1;
    if not found then perform ct_refuse('an emergency needs the spokesperson''s verdict'); end if;
    if (select d.khan_den is not null from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.tai_lieu = b.tai_lieu order by d.id desc limit 1) then
      perform ct_refuse('the emergency before was not confirmed');
    end if;
    han := duyet.khan_den::timestamptz;
  else
    if exists (
      select 1 from jsonb_array_elements(b.buoc) as s (buoc) where not exists (
        select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.buoc = s.buoc ->> 'ma' and p.quyet_dinh = 'duyet' and p.van_tay = b.van_tay
          and (not b.nguoi_dong_gop @> to_jsonb(p.nguoi) or (b.mot_lanh_dao and p.vai_tro = 'nguoiPhatNgon' and p.tu_cach = 'chinhDanh')))
    ) then perform ct_refuse('a step has no approval'); end if;
    select * into duyet from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'duyet' and p.buoc = b.buoc -> -1 ->> 'ma' order by id desc limit 1;
  end if;

  -- An address once published belongs to its document for ever.
  perform pg_advisory_xact_lock(hashtextextended('ct:slug:' || b.bo_suu_tap || ':' || b.slug, 0));
  if exists (select 1 from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.slug = b.slug and d.tai_lieu <> b.tai_lieu) then
    raise exception 'cong truong: the address belongs to another document' using errcode = 'GTSLG';
  end if;

  -- An emergency covers the edition before it until its hour; an approved edition ends whatever stood.
  if han is not null then
    update ban_dang set an_den = han where bo_suu_tap = b.bo_suu_tap and tai_lieu = b.tai_lieu and ket_thuc_luc is null and coalesce(an_den, nay) < han;
  else
    update ban_dang set ket_thuc_luc = nay where bo_suu_tap = b.bo_suu_tap and tai_lieu = b.tai_lieu and ket_thuc_luc is null;
  end if;

  -- Whatever was sent along is replaced: content comes from the submission, names and hours from the verdict.
  new.bo_suu_tap := b.bo_suu_tap;
  new.tai_lieu := b.tai_lieu;
  new.lan := b.lan;
  new.loai := b.loai;
  new.slug := b.slug;
  new.tieu_de := b.tieu_de;
  new.noi_dung := b.noi_dung;
  new.van_tay := b.van_tay;
  new.duyet_ho_ten := duyet.ho_ten;
  new.duyet_chuc_vu := duyet.chuc_vu;
  new.duyet_luc := duyet.created_at;
  new.duyet_uy_quyen := (select u.so_van_ban from uy_quyen u where u.id = duyet.uy_quyen);
  new.khan_den := han;
  new.an_den := null;
  new.mot_lanh_dao := b.mot_lanh_dao and b.nguoi_dong_gop @> to_jsonb(duyet.nguoi);
  new.dang_lan_dau := coalesce((select min(d.dang_lan_dau) from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.tai_lieu = b.tai_lieu), nay);
  new.id := nextval(pg_get_serial_sequence('ban_dang', 'id'));
  new.ket_thuc_luc := null;
  new.ly_do_go := null;
  new.created_at := nay;
  new.updated_at := nay;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_ban_dang_ket_thuc()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  cu ban_dang%rowtype := old;
begin
  perform ct_lock(old.bo_suu_tap, old.tai_lieu);
  if old.ket_thuc_luc is not null then perform ct_refuse('an edition can only be ended, once'); end if;
  if new.ket_thuc_luc is null and new.an_den is not distinct from old.an_den then perform ct_refuse('an edition can only be ended or hidden'); end if;
  if new.ket_thuc_luc is not null then
    -- The database says when; a clock that was set back stands in nobody's way.
    new.ket_thuc_luc := greatest(ct_nay(), old.created_at);
    new.an_den := old.an_den;
    cu.ket_thuc_luc := new.ket_thuc_luc;
    cu.ly_do_go := new.ly_do_go;
  end if;
  cu.an_den := new.an_den;
  if cu is distinct from new then perform ct_refuse('only the end of an edition changes, or whether it is hidden'); end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_ban_trinh()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  truoc record;
  cuoi text;
  j jsonb := new.noi_dung::jsonb;
begin
  perform ct_lock(new.bo_suu_tap, new.tai_lieu);
  select max(lan) as lan, bool_or(muc_nhay_cam = 'cao') as cao into truoc
    from ban_trinh where bo_suu_tap = new.bo_suu_tap and tai_lieu = new.tai_lieu;
  if new.lan <> coalesce(truoc.lan, 0) + 1 then perform ct_refuse('submissions are numbered without gaps'); end if;
  if truoc.cao and new.muc_nhay_cam <> 'cao' then perform ct_refuse('sensitivity is never lowered'); end if;
  if jsonb_typeof(new.buoc) <> 'array' or jsonb_array_length(new.buoc) = 0 then perform ct_refuse('a submission needs at least one step'); end if;
  if jsonb_typeof(new.nguoi_dong_gop) <> 'array' or jsonb_array_length(new.nguoi_dong_gop) = 0 then perform ct_refuse('a submission names its contributors'); end if;
  if exists (select 1 from jsonb_array_elements(new.nguoi_dong_gop) as n where jsonb_typeof(n) <> 'number' or (n #>> '{}')::numeric <> trunc((n #>> '{}')::numeric)) then
    perform ct_refuse('contributors are account numbers');
  end if;
  if exists (select 1 from jsonb_array_elements(new.buoc) as s group by s ->> 'ma' having s ->> 'ma' is null or count(*) > 1) then
    perform ct_refuse('each step has a code of its own');
  end if;
  cuoi := new.buoc -> -1 ->> 'vaiTro';
  if cuoi is null or cuoi not in ('nguoiDuyet', 'nguoiPhatNgon') then perform ct_refuse('the last step is an approver''s'); end if;
  if new.muc_nhay_cam = 'cao' and cuoi <> 'nguoiPhatNgon' then perform ct_refuse('sensitive items end with the spokesperson'); end if;
  if new.ghi_nhan is not null then
    if jsonb_typeof(new.ghi_nhan -> 'nguoi') is distinct from 'array' then perform ct_refuse('a credit names its authors'); end if;
    if exists (select 1 from jsonb_array_elements_text(new.ghi_nhan -> 'nguoi') as n where not exists (select 1 from nguoi_dung d where d.id::text = n)) then
      perform ct_refuse('authors are accounts');
    end if;
    if (new.ghi_nhan ->> 'donVi')::numeric is distinct from (j #>> '{donVi,taiLieu}')::numeric then perform ct_refuse('the unit credited is the one the text names'); end if;
  end if;
  -- Title and kind are what the frozen text says; columns beside it are for lists only.
  new.tieu_de := coalesce(j ->> 'tieuDe', j ->> 'ten', j ->> 'tenTruong', j ->> 'trichYeu', j ->> 'altText', new.tieu_de);
  new.loai := coalesce(j ->> 'loai', '');
  new.id := nextval(pg_get_serial_sequence('ban_trinh', 'id'));
  new.created_at := ct_nay();
  new.updated_at := new.created_at;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_bao_doc_gia()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  dem bigint;
  loi text;
begin
  update the_he set so = so + 1 returning so into dem;
  loi := (to_jsonb(ct_the_cua(new)) || to_jsonb(dem))::text;
  -- A telling holds less than 8000 bytes; one that would not fit means everything.
  if octet_length(loi) >= 8000 then loi := jsonb_build_array('*', dem)::text; end if;
  perform pg_notify('ban_dang', loi);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_chu_de_cua(noi_dung text)
 RETURNS SETOF integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct c::integer from jsonb_path_query(noi_dung::jsonb, 'lax $.chuDe[*].taiLieu ? (@.type() == "number")') as c;
$function$
;
CREATE OR REPLACE FUNCTION public.ct_chu_de_dang()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from chu_de_dang where ban_dang_id = new.id;
  else
    insert into chu_de_dang (chu_de, luc, ban_dang_id) select c, new.dang_lan_dau, new.id from ct_chu_de_cua(new.noi_dung) c;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_co_nhat_ky()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  b ban_trinh%rowtype;
  viec text[];
  ten text;
  ma numeric;
begin
  if tg_table_name = 'uy_quyen' then
    if not exists (select 1 from nhat_ky n where n.bo_suu_tap = 'uy-quyen' and n.tai_lieu = new.id and n.xmin = pg_current_xact_id()::xid) then
      perform ct_refuse('uy_quyen: no row of the log');
    end if;
    return null;
  end if;
  if tg_table_name = 'phieu_duyet' then
    select * into b from ban_trinh where id = new.ban_trinh_id;
    viec := case new.quyet_dinh when 'duyet' then array['duyet'] when 'traLai' then array['tra-lai'] when 'tuChoi' then array['tu-choi']
      when 'dangKhan' then array['dang-khan'] else array['thu-hoi', 'go'] end;
    ten := 'phieu';
    ma := new.id;
  elsif tg_table_name = 'ban_trinh' then
    b := new;
    viec := array['trinh'];
    ten := 'banTrinh';
    ma := new.id;
  else
    select * into b from ban_trinh where id = new.ban_trinh_id;
    viec := case when tg_op = 'INSERT' then array['dang', 'dang-khan'] else array['go', 'tra-lai', 'tu-choi', 'thu-hoi'] end;
    ten := 'banDang';
    ma := new.id;
  end if;
  if not exists (
    select 1 from nhat_ky n where n.bo_suu_tap = b.bo_suu_tap and n.tai_lieu = b.tai_lieu and n.hanh_dong = any (viec)
      and n.xmin = pg_current_xact_id()::xid
      and ((n.chi_tiet::jsonb ->> ten)::numeric = ma or (n.hanh_dong = 'go' and tg_op = 'UPDATE' and (n.chi_tiet::jsonb ->> 'cungGo')::numeric = ma))
  ) then perform ct_refuse(tg_table_name || ': no row of the log'); end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_dau_nhat_ky(OUT so numeric, OUT truoc text)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:nhat-ky', 0));
  select n.so + 1, n.bam into so, truoc from nhat_ky n order by n.so desc limit 1;
  so := coalesce(so, 1);
  truoc := coalesce(truoc, repeat('0', 64));
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_gio_cua_may()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    new.luc := ct_nay();
    if tg_table_name = 'bai_gui' then
      new.thoi_luc := null;
      -- What a class told is told before anybody sends it on: later, it would take another's story for its own.
      if exists (select 1 from ban_trinh b where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = new.tin_bai) then perform ct_refuse('a receipt comes before every submission of its story'); end if;
    end if;
  elsif (new.id, new.luc, new.don_vi, new.tin_bai) is distinct from (old.id, old.luc, old.don_vi, old.tin_bai) then
    perform ct_refuse('a receipt keeps its hour, its class and its story');
  elsif old.thoi_luc is not null then
    new.thoi_luc := old.thoi_luc;
  else
    new.thoi_luc := case when new.gop_vao is not null or new.khong_dung is not null then ct_nay() end;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_gio_rut()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.thu_hoi_luc is distinct from old.thu_hoi_luc then
    if old.thu_hoi_luc is not null then perform ct_refuse('a withdrawal is final'); end if;
    new.thu_hoi_luc := ct_nay();
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_giu_dong_ke_hoach()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' or (new.ma, new.ke_hoach, new.tu) is distinct from (old.ma, old.ke_hoach, old.tu) then
    perform ct_refuse('a row of a plan keeps its code and is never deleted');
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_giu_thanh_vien()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and old.den is null and new.den is not null
    and (old.id, old.nguoi_id, old.don_vi_id, old.vai, old.tu, old.created_at) = (new.id, new.nguoi_id, new.don_vi_id, new.vai, new.tu, new.created_at) then
    return new;
  end if;
  perform ct_refuse('a membership is ended, never changed or removed');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_het_khan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update ban_dang set an_den = null where bo_suu_tap = new.bo_suu_tap and tai_lieu = new.tai_lieu and ket_thuc_luc is null and khan_den is null and an_den = new.khan_den;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_ho_so()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.bo_suu_tap <> old.bo_suu_tap or new.tai_lieu <> old.tai_lieu then perform ct_refuse('a file stays with its document'); end if;
  if new.ban_trinh_id is distinct from old.ban_trinh_id and (new.ban_trinh_id is null or new.ban_trinh_id < old.ban_trinh_id
    or not exists (select 1 from ban_trinh b where b.id = new.ban_trinh_id and b.bo_suu_tap = new.bo_suu_tap and b.tai_lieu = new.tai_lieu)) then
    perform ct_refuse('a file names the latest submission of its document');
  end if;
  if new.ban_dang_id is not null and new.ban_dang_id is distinct from old.ban_dang_id and not exists (
    select 1 from ban_dang d where d.id = new.ban_dang_id and d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.ket_thuc_luc is null) then
    perform ct_refuse('a file names a live edition of its document');
  end if;
  if new.ban_dang_id is null and exists (
    select 1 from ban_dang d where d.id = old.ban_dang_id and d.ket_thuc_luc is null and d.khan_den is null) then
    perform ct_refuse('a file keeps its edition until that ends');
  end if;
  if old.muc_nhay_cam = 'cao' and new.muc_nhay_cam is distinct from 'cao' then perform ct_refuse('sensitivity is never lowered'); end if;
  if not coalesce(new.nguoi_dong_gop @> old.nguoi_dong_gop, false) and not exists (
    select 1 from ban_dang d where d.id = new.ban_dang_id and d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu
      and d.khan_den is null and new.ban_dang_id is distinct from old.ban_dang_id and d.xmin = pg_current_xact_id()::xid) then
    perform ct_refuse('contributors answer for the words until a newer edition does');
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_keep_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.ban_trinh_id is not null then perform ct_refuse('the file of a submitted document is never deleted'); end if;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_keep_submitted()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select 1 from ban_trinh where bo_suu_tap = replace(tg_table_name, '_', '-') and tai_lieu = old.id) then
    perform ct_refuse('a document once submitted is never deleted');
  end if;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_ket_thuc_co_co()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.ket_thuc_luc is null and new.ket_thuc_luc is not null and coalesce(btrim(new.ly_do_go), '') = '' and not exists (
    select 1 from ban_dang d where d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.id > new.id and d.xmin = pg_current_xact_id()::xid) then
    perform ct_refuse('a withdrawal needs a reason');
  end if;
  if old.ket_thuc_luc is null and new.ly_do_go is not null and not ct_ly_do_biet(new.ly_do_go) then
    perform ct_refuse('readers are told reasons of the regulation alone');
  end if;
  if old.an_den is distinct from new.an_den and not exists (
    select 1 from ban_dang d where d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.id > new.id and d.khan_den is not null
      and d.xmin = pg_current_xact_id()::xid and (new.an_den is null or new.an_den = d.khan_den))
    and not exists (
    select 1 from nhat_ky n where n.hanh_dong in ('giu-lai', 'tha-lai') and n.bo_suu_tap = new.bo_suu_tap and n.tai_lieu = new.tai_lieu
      and n.xmin = pg_current_xact_id()::xid and (n.chi_tiet::jsonb ->> 'banDang')::numeric = new.id
      -- As the watch hides: whatever else is hidden is found good and shown again.
      and new.an_den is not distinct from (case n.hanh_dong when 'giu-lai' then timestamptz '9999-12-31T00:00:00Z' end)) then
    perform ct_refuse('an edition is hidden by an emergency or by a row of the log');
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_loai_don_vi(dv integer, luc timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select noi_dung::jsonb ->> 'loai' from ban_dang where bo_suu_tap = 'don-vi' and tai_lieu = dv order by (created_at <= luc) desc, case when created_at <= luc then -id else id end limit 1
$function$
;
CREATE OR REPLACE FUNCTION public.ct_lock(bo_suu_tap text, tai_lieu numeric)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtextextended('ct:' || bo_suu_tap || ':' || tai_lieu::text, 0));
$function$
;
CREATE OR REPLACE FUNCTION public.ct_ly_do_biet(ly_do text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select ly_do in ('Nội dung này không còn được đăng trên trang.', 'Nội dung không có phiếu duyệt hợp lệ.', 'Nội dung đăng khẩn không được xác nhận.')
    or exists (select 1 from quy_che_ban q, jsonb_array_elements(case jsonb_typeof(q.noi_dung::jsonb -> 'lyDoGo') when 'array' then q.noi_dung::jsonb -> 'lyDoGo' else '[]' end) as l
      where l ->> 'noiDung' = ly_do);
$function$
;
CREATE OR REPLACE FUNCTION public.ct_mot_khan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:khan:' || new.nguoi::text, 0));
  if exists (
    select 1 from phieu_duyet p join ban_dang d on d.ban_trinh_id = p.ban_trinh_id and d.khan_den is not null
    where p.nguoi = new.nguoi and p.quyet_dinh = 'dangKhan' and d.ket_thuc_luc is null and d.khan_den > ct_nay()) then
    perform ct_refuse('one unconfirmed emergency a spokesperson');
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_mot_lanh_dao()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.mot_lanh_dao and not exists (select 1 from quy_che where mot_lanh_dao) then perform ct_refuse('the regulation knows no exception'); end if;
  new.mot_lanh_dao := coalesce(new.mot_lanh_dao, false);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_nam_hoc(luc timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select extract(year from (luc at time zone 'Asia/Ho_Chi_Minh') - interval '8 months')::integer;
$function$
;
CREATE OR REPLACE FUNCTION public.ct_nay()
 RETURNS timestamp with time zone
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select clock_timestamp() $function$
;
CREATE OR REPLACE FUNCTION public.ct_nhat_ky()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  truoc record;
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:nhat-ky', 0));
  select so, bam into truoc from nhat_ky order by so desc limit 1;
  new.id := nextval(pg_get_serial_sequence('nhat_ky', 'id'));
  new.so := coalesce(truoc.so, 0) + 1;
  new.hanh_dong := translate(new.hanh_dong, E'\n\r', '  ');
  new.bo_suu_tap := translate(new.bo_suu_tap, E'\n\r', '  ');
  new.chi_tiet := translate(new.chi_tiet, E'\n\r', '  ');
  new.truoc := coalesce(truoc.bam, repeat('0', 64));
  new.ten_nguoi := translate(coalesce(new.ten_nguoi, ''), E'\n\r', '  ');
  new.created_at := ct_nay();
  new.updated_at := new.created_at;
  new.luc := to_char(new.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  -- Nine lines; only the last, JSON without raw line breaks, is free text.
  new.bam := encode(sha256(convert_to(concat_ws(E'\n', new.so::text, new.luc, new.hanh_dong, coalesce(new.nguoi::text, ''), new.ten_nguoi,
    coalesce(new.bo_suu_tap, ''), coalesce(new.tai_lieu::text, ''), new.truoc, new.chi_tiet), 'UTF8')), 'hex');
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_phieu_duyet()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  b ban_trinh%rowtype;
  cho jsonb;
begin
  select * into b from ban_trinh where id = new.ban_trinh_id;
  if not found then perform ct_refuse('a verdict needs a submission'); end if;
  perform ct_lock(b.bo_suu_tap, b.tai_lieu);
  if new.nguoi <> trunc(new.nguoi) or not exists (select 1 from nguoi_dung n where n.id = new.nguoi) then perform ct_refuse('a verdict is a person''s'); end if;
  if new.van_tay is distinct from b.van_tay then perform ct_refuse('a verdict is given on the fingerprint that was read'); end if;
  if exists (select 1 from ban_trinh m where m.bo_suu_tap = b.bo_suu_tap and m.tai_lieu = b.tai_lieu and m.lan > b.lan) then
    perform ct_refuse('the submission was superseded');
  end if;
  if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh not in ('duyet', 'dangKhan')) then perform ct_refuse('the submission has left review'); end if;
  if exists (select 1 from ban_dang d where d.ban_trinh_id = b.id and d.khan_den is null) then perform ct_refuse('the submission was published'); end if;
  select s.buoc into cho from jsonb_array_elements(b.buoc) with ordinality as s (buoc, i)
    where not exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.buoc = s.buoc ->> 'ma' and p.quyet_dinh = 'duyet')
    order by s.i limit 1;
  if new.quyet_dinh = 'dangKhan' then
    if cho is null then perform ct_refuse('what is approved needs no emergency'); end if;
    if new.buoc <> 'khan' or new.vai_tro <> 'nguoiPhatNgon' or new.tu_cach <> 'chinhDanh' or not ct_vai_tro(new.nguoi, 'nguoiPhatNgon') then
      perform ct_refuse('an emergency is the spokesperson''s own decision');
    end if;
    if new.khan_den::timestamptz <= ct_nay() or new.khan_den::timestamptz > ct_nay() + interval '24 hours 1 minute' then
      perform ct_refuse('an emergency stands a day at most');
    end if;
    if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'dangKhan') then perform ct_refuse('one emergency a submission'); end if;
  elsif new.quyet_dinh <> 'thuHoi' then
    if cho is null or new.buoc is distinct from cho ->> 'ma' then perform ct_refuse('a verdict is given at the step that waits'); end if;
    if b.nguoi_dong_gop @> to_jsonb(new.nguoi)
      and not (b.mot_lanh_dao and new.tu_cach = 'chinhDanh' and new.vai_tro = 'nguoiPhatNgon' and cho ->> 'vaiTro' in ('nguoiDuyet', 'nguoiPhatNgon')) then
      perform ct_refuse('nobody reviews his own words');
    end if;
    perform ct_phieu_duyet_tu_cach(new, b.bo_suu_tap, cho ->> 'vaiTro');
  end if;
  new.id := nextval(pg_get_serial_sequence('phieu_duyet', 'id'));
  new.created_at := ct_nay();
  new.updated_at := new.created_at;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_phieu_duyet_tu_cach(p phieu_duyet, bosuutap text, vaitrobuoc text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if p.vai_tro is distinct from vaiTroBuoc and not (vaiTroBuoc in ('nguoiDuyet', 'nguoiPhatNgon') and p.vai_tro = 'nguoiPhatNgon') then
    perform ct_refuse('the role is not that of the step');
  end if;
  if p.tu_cach = 'chinhDanh' then
    if not ct_vai_tro(p.nguoi, p.vai_tro) then perform ct_refuse('the reviewer does not hold the role'); end if;
  elsif ct_vai_tro(p.nguoi, 'quanTriKyThuat') or not exists (
    select 1 from nguoi_dung n, uy_quyen u
    where n.id = p.nguoi and n.kich_hoat and u.id = p.uy_quyen and u.nguoi_duoc_uy_quyen_id = p.nguoi and u.pham_vi::text in ('tatCa', boSuuTap)
      and u.tu_ngay <= ct_nay() and u.den_ngay >= ct_nay() and u.thu_hoi_luc is null
      and ct_vai_tro(u.nguoi_uy_quyen_id, 'nguoiPhatNgon')
  ) then perform ct_refuse('no delegation in force covers this verdict'); end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_quy_che_ban()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:quy-che', 0));
  new.id := nextval(pg_get_serial_sequence('quy_che_ban', 'id'));
  new.so := coalesce((select max(q.so) from quy_che_ban q), 0) + 1;
  new.tu := ct_nay();
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_quy_che_ban_nhat_ky()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from nhat_ky n where n.hanh_dong in ('doi-quy-che', 'niem-phong') and n.xmin = pg_current_xact_id()::xid
      and (n.chi_tiet::jsonb ->> 'quyCheBan')::numeric = new.id and n.chi_tiet::jsonb ->> 'vanTay' = new.van_tay) then
    perform ct_refuse('quy_che_ban: no row of the log');
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_refuse(reason text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'cong truong: %', reason using errcode = 'GT409';
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_san_pham()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  b record;
begin
  if tg_table_name = 'bai_gui' then
    perform ct_san_pham_ghi('tin-bai', new.tin_bai);
  elsif tg_table_name = 'phieu_duyet' then
    select bo_suu_tap, tai_lieu into b from ban_trinh where id = new.ban_trinh_id;
    if b.bo_suu_tap in ('tin-bai', 'tu-lieu') then perform ct_san_pham_ghi(b.bo_suu_tap, b.tai_lieu::integer); end if;
  else
    perform ct_san_pham_ghi(new.bo_suu_tap, new.tai_lieu::integer);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_san_pham_cua(bst text, tl integer)
 RETURNS SETOF san_pham
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with trinh as (
    select t.id, t.created_at, t.loai, t.muc_nhay_cam, t.ghi_nhan, t.tac_gia, t.noi_dung::jsonb as j, (t.noi_dung::jsonb #>> '{donVi,taiLieu}')::integer as don_vi
    from ban_trinh t where t.bo_suu_tap = bst and t.tai_lieu = tl
  ), nhan as (
    select luc, don_vi, thoi_luc from bai_gui where bst = 'tin-bai' and tin_bai = tl
  ), dang as (
    select id, ban_trinh_id, created_at, ket_thuc_luc, ly_do_go from ban_dang where bo_suu_tap = bst and tai_lieu = tl and khan_den is null
  ), viec as (
    select created_at as luc, true as gui, id as trinh from trinh
    union all select luc, true, null from nhan
    -- Merged into another, or not used: one deed is counted once.
    union all select thoi_luc, false, null from nhan where thoi_luc is not null
    -- Taken back by whoever sent it, before readers ever had it: a later round that is taken back is no longer the sending. What a class
    -- told is not the office's to take back.
    union all select p.created_at, false, null from phieu_duyet p join ban_trinh b on b.id = p.ban_trinh_id
      where b.bo_suu_tap = bst and b.tai_lieu = tl and p.quyet_dinh = 'thuHoi' and p.nguoi = b.nguoi_trinh and not exists (select 1 from dang d where d.created_at <= p.created_at) and not exists (select 1 from nhan)
  ), gui as (
    select ct_thang(luc) as thang, min(luc) filter (where gui) as luc, (array_agg(gui order by luc desc, gui))[1] as con,
      (array_agg(trinh order by luc desc) filter (where trinh is not null))[1] as trinh
    from viec group by 1
  ), da_gui as (
    select thang, luc, trinh from gui where con and luc is not null order by thang limit 1
  ), len as (
    select created_at as luc, true as len, id from dang
    union all select ket_thuc_luc, false, id from dang where ket_thuc_luc is not null and ly_do_go is not null
  ), dung as (
    select ct_thang(luc) as thang, min(luc) filter (where len) as luc, (array_agg(len order by luc desc, len desc))[1] as con,
      (array_agg(id order by luc) filter (where len))[1] as id
    from len group by 1
  ), da_dang as (
    select thang, luc, id from dung where con and luc is not null order by thang limit 1
  ), ghi as (
    -- What each submission says of whose it is and what it is.
    select t.id, t.loai, t.muc_nhay_cam, t.don_vi, coalesce(t.ghi_nhan ->> 'loai', ct_loai_don_vi(t.don_vi, t.created_at)) as don_vi_loai, t.ghi_nhan is null as theo_ban_ghi,
      coalesce((t.ghi_nhan ->> 'lop')::integer, (select don_vi from nhan),
        case when t.ghi_nhan is null and ct_loai_don_vi(t.don_vi, t.created_at) in ('chiDoan', 'lop') then t.don_vi end) as lop,
      case when t.ghi_nhan is not null then array(select n::integer from jsonb_array_elements_text(t.ghi_nhan -> 'nguoi') n order by 1)
        when t.tac_gia is not null then array[t.tac_gia::integer] else '{}' end as nguoi,
      array(select (c ->> 'taiLieu')::integer from jsonb_array_elements(case when jsonb_typeof(t.j -> 'chuDe') = 'array' then t.j -> 'chuDe' else '[]' end) c where c ? 'taiLieu' order by 1) as chu_de,
      (t.j #>> '{tep,rong}')::bigint * (t.j #>> '{tep,cao}')::bigint as diem_anh, (t.j #>> '{tep,giay}')::numeric as giay, coalesce(t.j ->> 'chuThich', '') <> '' as chu_thich
    from trinh t
  ), cua as (
    -- Whose it is: what was sent last in the month it counts for; what a class told in a month before anybody sent it on is the class's own.
    select g.* from ghi g where g.id = case when exists (select 1 from da_gui) then (select trinh from da_gui) else (select min(id) from trinh) end
  ), len_cua as (
    select g.* from ghi g where g.id = (select d.ban_trinh_id from dang d join da_dang x on x.id = d.id)
  )
  select bst, tl, case bst when 'tu-lieu' then 'tuLieu' else 'tinBai' end, coalesce(t.loai, case when exists (select 1 from nhan) then 'nguoiTotViecTot' else '' end),
    coalesce(t.muc_nhay_cam, 'thuong'), case when t.id is null then (select don_vi from nhan) else t.don_vi end, t.don_vi_loai,
    case when t.id is null then (select don_vi from nhan) else t.lop end, coalesce(t.nguoi, '{}'), coalesce(t.chu_de, '{}'), t.diem_anh, t.giay, coalesce(t.chu_thich, false),
    (select luc from da_gui), (select thang from da_gui), (select max(luc) from viec where not gui),
    (select luc from da_dang), (select thang from da_dang),
    (select max(ket_thuc_luc) from dang where ly_do_go is not null and not exists (select 1 from dang o where o.ket_thuc_luc is null)),
    t.id, (select id from da_dang), t.id is not null and t.theo_ban_ghi,
    l.loai, l.don_vi, l.don_vi_loai, l.lop, coalesce(l.nguoi, '{}'), coalesce(l.chu_de, '{}'), l.diem_anh, l.giay, coalesce(l.chu_thich, false)
  from (select 1) mot left join cua t on true left join len_cua l on true where t.id is not null or exists (select 1 from nhan) or exists (select 1 from trinh)
$function$
;
CREATE OR REPLACE FUNCTION public.ct_san_pham_ghi(bst text, tl integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from san_pham where bo_suu_tap = bst and tai_lieu = tl;
  insert into san_pham select * from ct_san_pham_cua(bst, tl);
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_thang(luc timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select date_trunc('month', luc at time zone 'Asia/Ho_Chi_Minh')::date
$function$
;
CREATE OR REPLACE FUNCTION public.ct_the(bo_suu_tap text, tai_lieu numeric, loai text, noi_dung text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array[bo_suu_tap, bo_suu_tap || '/' || trim_scale(tai_lieu)::text]
    || case when loai <> '' then array[bo_suu_tap || '?loai=' || loai] else '{}' end
    || coalesce((
      select array_agg(distinct bo_suu_tap || '?chuDe=' || (c ->> 'taiLieu'))
        from jsonb_array_elements(case jsonb_typeof(j -> 'chuDe') when 'array' then j -> 'chuDe' else '[]' end) as c where c ->> 'taiLieu' is not null), '{}')
    || case when j #>> '{donVi,taiLieu}' is not null then array[bo_suu_tap || '?donVi=' || (j #>> '{donVi,taiLieu}')] else '{}' end
  from (select noi_dung::jsonb as j) as x;
$function$
;
CREATE OR REPLACE FUNCTION public.ct_the_cua(d ban_dang)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select ct_the(d.bo_suu_tap, d.tai_lieu, d.loai, d.noi_dung)
    || case when d.khan_den is not null or exists (
      select 1 from ban_dang e where e.bo_suu_tap = d.bo_suu_tap and e.tai_lieu = d.tai_lieu and e.khan_den > ct_nay()) then array['cai-dat'] else '{}' end;
$function$
;
CREATE OR REPLACE FUNCTION public.ct_tu_tieu_de()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  w text;
begin
  for w in select x from tu_cua_tieu_de(new.tieu_de) as x where not exists (select 1 from tu_tieu_de t where t.tu = x) loop
    if pg_try_advisory_xact_lock(hashtextextended('ct:tu:' || w, 0)) then
      insert into tu_tieu_de (tu) select w where not exists (select 1 from tu_tieu_de t where t.tu = w);
    end if;
  end loop;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_uy_quyen()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  cu uy_quyen%rowtype;
begin
  if tg_op = 'INSERT' then
    if not ct_vai_tro(new.nguoi_uy_quyen_id, 'nguoiPhatNgon') then perform ct_refuse('only the spokesperson lends authority'); end if;
    if ct_vai_tro(new.nguoi_duoc_uy_quyen_id, 'quanTriKyThuat') then perform ct_refuse('the technical administrator holds no authority'); end if;
    new.thu_hoi_luc := null;
    new.created_at := clock_timestamp();
    return new;
  end if;
  cu := old;
  if old.thu_hoi_luc is null and new.thu_hoi_luc is not null then new.thu_hoi_luc := ct_nay(); end if;
  cu.thu_hoi_luc := coalesce(old.thu_hoi_luc, new.thu_hoi_luc);
  cu.updated_at := new.updated_at;
  if cu is distinct from new then perform ct_refuse('a delegation is written once; only its early end is added'); end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ct_vai_tro(nguoi numeric, vai_tro text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select 1 from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id where n.id = nguoi and n.kich_hoat and v.value::text = vai_tro);
$function$
;
CREATE OR REPLACE FUNCTION public.dem_ban_dang(cau tsquery, tu timestamp with time zone, den timestamp with time zone, toi_da integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '32MB'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
declare
  khuc record;
  tren int := tim_kiem_tren();
  duoi int;
  co int := 0;
  n int;
  q tsquery;
begin
  for khuc in select * from (values ('g', 512), ('h', 4096), ('k', 32768), (null, 0)) as k (ten, dai) loop
    exit when tren <= 1 or co >= toi_da;
    if khuc.ten is null then
        duoi := 0;
        q := cau;
      else
        n := (tren - 1) / khuc.dai;
        duoi := greatest(n - 1, 0) * khuc.dai;
        q := cau && format('''#%s:%s'' | ''#%s:%s''', khuc.ten, n, khuc.ten, greatest(n - 1, 0))::tsquery;
      end if;
    co := co + (select count(*) from (select 1 from ban_dang b where coalesce(b.ket_thuc_luc, 'infinity'::timestamptz) = 'infinity'::timestamptz and (b.khan_den is null or b.khan_den > ct_nay()) and tim_kiem_tap(b.id, b.bo_suu_tap, b.loai, b.dang_lan_dau, b.tieu_de, b.noi_dung) @@ q
      and b.id + 0 < tren and b.id + 0 >= duoi and (tu is null or b.dang_lan_dau >= tu) and (den is null or b.dang_lan_dau < den) limit toi_da - co) as x);
    tren := duoi;
  end loop;
  return co;
end $function$
;
CREATE OR REPLACE FUNCTION public.khong_dau(chu text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lower(unaccent('unaccent', normalize(chu, NFC)));
$function$
;
CREATE OR REPLACE FUNCTION public.ma_tep(noi_dung text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(m[1]), '{}') from regexp_matches(noi_dung, '"sha256":"([0-9a-f]{64})"', 'g') as m;
$function$
;
CREATE OR REPLACE FUNCTION public.ngay_ban_hanh(noi_dung text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select noi_dung::jsonb ->> 'ngayBanHanh';
$function$
;
CREATE OR REPLACE FUNCTION public.su_kien_dau_ngay(luc timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (date_trunc('day', luc at time zone 'UTC' + interval '7 hours') - interval '7 hours') at time zone 'UTC';
$function$
;
CREATE OR REPLACE FUNCTION public.su_kien_het(noi_dung text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when h.het > t.tu and h.het - t.tu <= interval '4392 hours' then h.het else su_kien_dau_ngay(t.tu) + interval '24 hours' end
    from (select su_kien_tu(noi_dung) as tu, su_kien_luc(noi_dung::jsonb #>> '{suKien,ketThuc}') as den) as t,
      lateral (select t.den + case when su_kien_dau_ngay(t.tu) = t.tu and su_kien_dau_ngay(t.den) = t.den then interval '24 hours' else interval '0' end as het) as h;
$function$
;
CREATE OR REPLACE FUNCTION public.su_kien_luc(tho text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select l.luc from (select case when tho ~ '^(1[89]|2[0-2])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$'
      then ((left(tho, 7) || '-01')::date + (substr(tho, 9, 2)::integer - 1) + substr(tho, 12, 5)::time) at time zone 'UTC' end as luc) as l
    where l.luc >= '1899-12-31T17:00:00Z'::timestamptz and l.luc < '2199-12-31T17:00:00Z'::timestamptz;
$function$
;
CREATE OR REPLACE FUNCTION public.su_kien_tu(noi_dung text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select su_kien_luc(noi_dung::jsonb #>> '{suKien,batDau}');
$function$
;
CREATE OR REPLACE FUNCTION public.tim_ban_dang(tang tsquery[], tu timestamp with time zone, den timestamp with time zone, sau_bac integer, sau_id integer, can integer, it boolean)
 RETURNS TABLE(ma integer, bac integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '32MB'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
declare
  dau timestamptz := clock_timestamp();
  khuc record;
  tren int;
  duoi int;
  con int := can;
  n int;
  q tsquery;
begin
  for i in greatest(coalesce(sau_bac, 1), 1)..cardinality(tang) loop
    tren := case when i = sau_bac then sau_id else tim_kiem_tren() end;
    for khuc in select * from (values ('g', 512), ('h', 4096), ('k', 32768), (null, 0)) as k (ten, dai) loop
      exit when tren <= 1;
      continue when it and khuc.ten is not null;
      if clock_timestamp() > dau + interval '2 seconds' then raise exception 'search took too long' using errcode = 'query_canceled'; end if;
      if khuc.ten is null then
        duoi := 0;
        q := tang[i];
      else
        n := (tren - 1) / khuc.dai;
        duoi := greatest(n - 1, 0) * khuc.dai;
        q := tang[i] && format('''#%s:%s'' | ''#%s:%s''', khuc.ten, n, khuc.ten, greatest(n - 1, 0))::tsquery;
      end if;
      return query select b.id, i from ban_dang b where coalesce(b.ket_thuc_luc, 'infinity'::timestamptz) = 'infinity'::timestamptz and (b.khan_den is null or b.khan_den > ct_nay()) and tim_kiem_tap(b.id, b.bo_suu_tap, b.loai, b.dang_lan_dau, b.tieu_de, b.noi_dung) @@ q
        and b.id + 0 < tren and b.id + 0 >= duoi and (tu is null or b.dang_lan_dau >= tu) and (den is null or b.dang_lan_dau < den) order by b.id desc limit con;
      get diagnostics n = row_count;
      con := con - n;
      if con <= 0 then return; end if;
      tren := duoi;
    end loop;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem(noi_dung text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select setweight(to_tsvector('simple', khong_dau(coalesce(j ->> 'tieuDe', ''))), 'A')
    || setweight(to_tsvector('simple', khong_dau(coalesce(j ->> 'tomTat', ''))), 'B')
    || setweight(to_tsvector('simple', khong_dau(left(chu_trong_bai(noi_dung), 200000))), 'C')
    || setweight(to_tsvector('simple', khong_dau(concat_ws(' ', j #>> '{donVi,ten}', j ->> 'butDanh'))), 'D')
  from (select noi_dung::jsonb as j) as x;
$function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_chu(chu text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(normalize(replace(replace(normalize(translate(normalize(lower(normalize(chu, NFC) collate "und-x-icu"), NFD), 'ðɖѕіјаеорсухкмтвнԁԛԝһӏɡıαβεηικμνορτυχγ', 'đđsijaeopcyxkmtbhdqwhlgiabenikmvoptuxy'), NFC), 'ǎ', 'ă'), 'ạ̌', 'ặ'), NFC), '[\u0300-\u036f]+', '', 'g'), 'òa', 'oà'), 'òe', 'oè'), 'óa', 'oá'), 'óe', 'oé'), 'ỏa', 'oả'), 'ỏe', 'oẻ'), 'õa', 'oã'), 'õe', 'oẽ'), 'ọa', 'oạ'), 'ọe', 'oẹ'), 'ùy', 'uỳ'), 'úy', 'uý'), 'ủy', 'uỷ'), 'ũy', 'uỹ'), 'ụy', 'uỵ');
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_dau(noi_dung text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select to_tsvector('simple', lower(normalize(concat_ws(' ', j ->> 'tieuDe', j ->> 'tomTat', left(chu_trong_bai(noi_dung), 200000)), NFC)))
  from (select noi_dung::jsonb as j) as x;
$function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_gap(chu text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return replace(regexp_replace(normalize(chu, NFD), '[\u0300-\u036f]+', '', 'g'), 'đ', 'd');
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_lien(gap text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select array_agg(left(regexp_replace(c[1], '[^a-z0-9]', '', 'g'), 40)) from regexp_matches(gap, '[a-z0-9]+(?:[-/._&–][a-z0-9]+)+', 'g') as c
    where c[1] ~ '[a-z]' or c[1] ~ '^[0-9]{1,3}([.][0-9]{3})+$');
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_tap(so integer, bo_suu_tap text, loai text, luc timestamp with time zone, tieu_de text, noi_dung text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE COST 100000
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  j jsonb := noi_dung::jsonb;
  ngay timestamp := luc at time zone 'Asia/Ho_Chi_Minh';
  -- No text, however long, may make an edition too large for its index.
  phan text[] := array[
    left(concat_ws(' | ', tieu_de, j ->> 'soKyHieu', j ->> 'trichYeu'), 2000),
    left(concat_ws(' | ', j ->> 'tomTat', j ->> 'coQuanBanHanh', j ->> 'nguoiKy'), 5000),
    left(concat_ws(' | ', j #>> '{donVi,ten}', j ->> 'butDanh', j #>> '{suKien,diaDiem}', j #>> '{anhBia,chuThich}', chu_trong_bai(noi_dung)), 100000)];
  tien_to text[];
  dau text;
  gap text;
  tu text[];
  kq text[] := array['#b:' || bo_suu_tap, '#l:' || loai, '#n:' || extract(year from ngay), '#m:' || extract(year from ngay) || '-' || extract(month from ngay),
    '#g:' || so / 512, '#h:' || so / 4096, '#k:' || so / 32768];
begin
  if bo_suu_tap not in ('tin-bai', 'van-ban', 'trang') then return ''; end if;
  for i in 1..3 loop
    -- Beyond the basic plane stand no words that people search for, and four bytes each.
    dau := tim_kiem_chu(regexp_replace(phan[i], '[\U00010000-\U0010ffff]+', ' ', 'g'));
    gap := tim_kiem_gap(dau);
    tien_to := (array['t:', 's:', ''])[i:3];
    tu := tim_kiem_tu(dau);
    if tu is not null then
      kq := kq || array(select 'e' || case p when '' then ':' else p end || w from unnest(tu) as w, unnest(tien_to) as p);
    end if;
    tu := tim_kiem_tu(gap);
    if tu is not null then
      kq := kq || array(select p || w from unnest(tu || tim_kiem_lien(gap)) as w, unnest(tien_to) as p);
      tu := tu[:15000];
      kq := kq || array(select a || '_' || b from unnest(tu[:cardinality(tu) - 1], tu[2:]) as x (a, b));
    end if;
  end loop;
  if jsonb_typeof(j -> 'chuDe') = 'array' then
    kq := kq || array(select '#c:' || (c ->> 'taiLieu') from jsonb_array_elements(j -> 'chuDe') as c where c ->> 'taiLieu' is not null);
  end if;
  if j #>> '{donVi,taiLieu}' is not null then kq := kq || ('#d:' || (j #>> '{donVi,taiLieu}')); end if;
  return array_to_tsvector(kq);
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_tren()
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'on'
 SET enable_indexscan TO 'on'
AS $function$
begin
  return (select coalesce(max(m.id), 0) + 1 from ban_dang m);
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_kiem_tu(chu text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select array_agg(case when length(w) < 4 and w ~ '^(h|k|l|m|s|t|v|qu)[yýỳỷỹỵ]$' then translate(w, 'yýỳỷỹỵ', 'iíìỉĩị') else left(w, 40) end)
    from unnest(string_to_array(regexp_replace(chu collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g'), ' ')) as w where w <> '');
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_trang_dau(bac_tot tsquery[], tu timestamp with time zone, den timestamp with time zone, can integer, toi_da integer)
 RETURNS TABLE(ma integer, bac integer, so integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '32MB'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
declare
  bat_dau timestamptz := clock_timestamp();
  cuoi int := cardinality(bac_tot);
  tat_ca int[] := '{}';
  da_co int[] := '{}';
  moi int[];
  khuc record;
  dinh int := tim_kiem_tren();
  tren int := dinh;
  duoi int;
  n int;
  it boolean;
  q tsquery;
begin
  for khuc in select * from (values ('g', 512), ('h', 4096), ('k', 32768), (null, 0)) as k (ten, dai) loop
    exit when tren <= 1 or cardinality(tat_ca) >= toi_da;
    -- Seldom among the newest eight thousand: all the rest is asked at once.
    continue when khuc.ten = 'k' and cardinality(tat_ca) < toi_da / 20;
    if khuc.ten is null then
          duoi := 0;
          q := bac_tot[cuoi];
        else
          n := (tren - 1) / khuc.dai;
          duoi := greatest(n - 1, 0) * khuc.dai;
          q := bac_tot[cuoi] && format('''#%s:%s'' | ''#%s:%s''', khuc.ten, n, khuc.ten, greatest(n - 1, 0))::tsquery;
        end if;
    tat_ca := tat_ca || array(select b.id from ban_dang b where coalesce(b.ket_thuc_luc, 'infinity'::timestamptz) = 'infinity'::timestamptz and (b.khan_den is null or b.khan_den > ct_nay())
          and tim_kiem_tap(b.id, b.bo_suu_tap, b.loai, b.dang_lan_dau, b.tieu_de, b.noi_dung) @@ q and b.id + 0 < tren and b.id + 0 >= duoi and (tu is null or b.dang_lan_dau >= tu) and (den is null or b.dang_lan_dau < den) limit toi_da - cardinality(tat_ca));
    tren := duoi;
  end loop;
  it := cardinality(tat_ca) < toi_da;
  return query select null::int, 0, cardinality(tat_ca);
  for i in 1..cuoi loop
    exit when cardinality(da_co) >= can or (it and cardinality(da_co) >= cardinality(tat_ca));
    if it and i = cuoi then
      return query select x, i, null::int from unnest(tat_ca) as x where x <> all(da_co) order by x desc limit can - cardinality(da_co);
      return;
    end if;
    tren := dinh;
    for khuc in select * from (values ('g', 512), ('h', 4096), ('k', 32768), (null, 0)) as k (ten, dai) loop
      exit when tren <= 1 or cardinality(da_co) >= can;
      continue when khuc.ten is not null and it;
      continue when khuc.ten = 'k' and moi = '{}';
      if clock_timestamp() > bat_dau + interval '2 seconds' then raise exception 'search took too long' using errcode = 'query_canceled'; end if;
      if khuc.ten is null then
          duoi := 0;
          q := bac_tot[i];
        else
          n := (tren - 1) / khuc.dai;
          duoi := greatest(n - 1, 0) * khuc.dai;
          q := bac_tot[i] && format('''#%s:%s'' | ''#%s:%s''', khuc.ten, n, khuc.ten, greatest(n - 1, 0))::tsquery;
        end if;
      moi := array(select b.id from ban_dang b where coalesce(b.ket_thuc_luc, 'infinity'::timestamptz) = 'infinity'::timestamptz and (b.khan_den is null or b.khan_den > ct_nay())
          and tim_kiem_tap(b.id, b.bo_suu_tap, b.loai, b.dang_lan_dau, b.tieu_de, b.noi_dung) @@ q and b.id + 0 < tren and b.id + 0 >= duoi and (tu is null or b.dang_lan_dau >= tu) and (den is null or b.dang_lan_dau < den) and b.id <> all(da_co) order by b.id desc limit can - cardinality(da_co));
      return query select x, i, null::int from unnest(moi) as x;
      da_co := da_co || moi;
      tren := duoi;
    end loop;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.tim_van_ban(noi_dung text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select to_tsvector('simple', regexp_replace(
    tim_kiem_gap(tim_kiem_chu(concat_ws(' ', j ->> 'soKyHieu', j ->> 'trichYeu', j ->> 'coQuanBanHanh', j ->> 'nguoiKy', left(j #>> '{tep,chuTep}', 20000)))), '[^a-z0-9]+', ' ', 'g'))
  from (select noi_dung::jsonb as j) as x;
$function$
;
CREATE OR REPLACE FUNCTION public.tu_cua_tieu_de(tieu_de text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct w from unnest(tim_kiem_tu(tim_kiem_gap(tim_kiem_chu(tieu_de)))) as w where w ~ '^[a-z]{2,20}$';
$function$
;

-- Rights of the service

_cai_dat_v: delete, insert, select, update
_cai_dat_v_version_kenh_chinh_thuc: delete, insert, select, update
_cai_dat_v_version_menu: delete, insert, select, update
_chu_de_v: delete, insert, select, update
_don_vi_v: delete, insert, select, update
_tin_bai_v: delete, insert, select, update
_tin_bai_v_rels: delete, insert, select, update
_trang_v: delete, insert, select, update
_trang_v_rels: delete, insert, select, update
_tu_lieu_v: delete, insert, select, update
_tu_lieu_v_rels: delete, insert, select, update
_van_ban_v: delete, insert, select, update
_van_ban_v_rels: delete, insert, select, update
anh_dang: select
bai_gui: insert, select, update
ban_dang.an_den: update
ban_dang.ket_thuc_luc: update
ban_dang.ly_do_go: update
ban_dang: insert, select
ban_luu: delete, insert, select, update
ban_trinh: insert, select
cach_bao: delete, insert, select, update
cai_dat: delete, insert, select, update
cai_dat_kenh_chinh_thuc: delete, insert, select, update
cai_dat_menu: delete, insert, select, update
cho_ky: delete, insert, select, update
chu_de: delete, insert, select, update
chu_de_dang: select
da_doc: insert, select
danh_tinh: insert, select
don_vi: delete, insert, select, update
dong_y: delete, insert, select, update
dong_y_kenh: delete, insert, select, update
dot_gui: delete, insert, select, update
giai_dot: delete, insert, select, update
goi_trinh: insert, select
goi_trinh_muc: insert, select
gui_dot: insert, select
ho_so: delete, insert, select, update
hoi_lop: delete, insert, select, update
hop_thu: delete, insert, select, update
hop_thu_toi: delete, insert, select, update
ke_hoach: delete, insert, select, update
ke_hoach_bai: delete, insert, select, update
ke_hoach_dong: delete, insert, select, update
kenh_dang: insert, select
khoa_cho: delete, insert, select, update
khoa_nguoi: delete, insert, select, update
khong_hien: delete, insert, select, update
loi_moi: delete, insert, select, update
ma_du_phong: delete, insert, select, update
ma_gui_bai: delete, insert, select, update
ma_xac_nhan: delete, insert, select, update
nguoi_dung: delete, insert, select, update
nguoi_dung_sessions: delete, insert, select, update
nguoi_dung_vai_tro: delete, insert, select, update
nguoi_trong_tep: insert, select
nhac_viec: delete, insert, select, update
nhat_ky: insert, select
payload_kv: delete, insert, select, update
payload_migrations: select
payload_preferences: delete, insert, select, update
payload_preferences_rels: delete, insert, select, update
phieu_duyet: insert, select
phieu_thay: insert, select
quy_che: delete, insert, select, update
quy_che_ban: insert, select
quy_che_buoc: delete, insert, select, update
quy_che_buoc_ap_dung: delete, insert, select, update
quy_che_buoc_bo_suu_tap: delete, insert, select, update
quy_che_chi_tieu: delete, insert, select, update
quy_che_chi_tieu_loai_don_vi: delete, insert, select, update
quy_che_kiem_tra: delete, insert, select, update
quy_che_kiem_tra_ap_dung: delete, insert, select, update
quy_che_kiem_tra_bo_suu_tap: delete, insert, select, update
quy_che_kiem_tra_can_cu: delete, insert, select, update
quy_che_ly_do_go: delete, insert, select, update
quy_che_mien_lien_ket: delete, insert, select, update
quy_che_ngay_nghi: delete, insert, select, update
quy_che_rels: delete, insert, select, update
quy_che_ten_mien_email: delete, insert, select, update
san_pham: select
tep_da_che: insert, select, update
tep_lop_gui: insert, select
thanh_vien: delete, insert, select, update
the_he: select
tin_bai: delete, insert, select, update
tin_bai_rels: delete, insert, select, update
trang: delete, insert, select, update
trang_rels: delete, insert, select, update
tu_lieu: delete, insert, select, update
tu_lieu_rels: delete, insert, select, update
tu_tieu_de: select
uy_quyen: delete, insert, select, update
van_ban: delete, insert, select, update
van_ban_rels: delete, insert, select, update
viec: delete, insert, select, update
viec_tep: delete, insert, select, update
xem_lai: delete, insert, select, update
xin_vai_tro: delete, insert, select, update
xoa_tep: delete, insert, select, update
y_kien_duyet: delete, insert, select, update
