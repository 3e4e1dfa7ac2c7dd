import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_cai_dat_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__cai_dat_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_don_vi_loai" AS ENUM('truong', 'toChuyenMon', 'vanPhong', 'congDoan', 'doanTn', 'chiDoan', 'capTren', 'khac');
  CREATE TYPE "public"."enum_don_vi_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__don_vi_v_version_loai" AS ENUM('truong', 'toChuyenMon', 'vanPhong', 'congDoan', 'doanTn', 'chiDoan', 'capTren', 'khac');
  CREATE TYPE "public"."enum__don_vi_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_chu_de_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum_chu_de_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__chu_de_v_version_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum__chu_de_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_tu_lieu_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__tu_lieu_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_tin_bai_loai" AS ENUM('tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh');
  CREATE TYPE "public"."enum_tin_bai_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum_tin_bai_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__tin_bai_v_version_loai" AS ENUM('tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh');
  CREATE TYPE "public"."enum__tin_bai_v_version_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum__tin_bai_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_dong_y_kenh" AS ENUM('website', 'phatThanh', 'mangXaHoi', 'baoChi');
  CREATE TYPE "public"."enum_nguoi_dung_vai_tro" AS ENUM('congTacVien', 'dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon', 'vanThu', 'quanTriKyThuat');
  CREATE TYPE "public"."enum_quy_che_buoc_ap_dung" AS ENUM('tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh');
  CREATE TYPE "public"."enum_quy_che_buoc_vai_tro" AS ENUM('dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon');
  CREATE TABLE "cai_dat_menu" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"nhan" varchar,
  	"duong_dan" varchar
  );
  
  CREATE TABLE "cai_dat" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ten_truong" varchar,
  	"khau_hieu" varchar,
  	"co_quan_chu_quan" varchar,
  	"dia_chi" varchar,
  	"dien_thoai" varchar,
  	"email" varchar,
  	"nguoi_chiu_trach_nhiem" varchar,
  	"nguoi_phat_ngon" varchar,
  	"bieu_trung_id" integer,
  	"mau_chinh" varchar,
  	"mau_lien_ket" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_cai_dat_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_cai_dat_v_version_menu" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"nhan" varchar,
  	"duong_dan" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_cai_dat_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_ten_truong" varchar,
  	"version_khau_hieu" varchar,
  	"version_co_quan_chu_quan" varchar,
  	"version_dia_chi" varchar,
  	"version_dien_thoai" varchar,
  	"version_email" varchar,
  	"version_nguoi_chiu_trach_nhiem" varchar,
  	"version_nguoi_phat_ngon" varchar,
  	"version_bieu_trung_id" integer,
  	"version_mau_chinh" varchar,
  	"version_mau_lien_ket" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__cai_dat_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "don_vi" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ten" varchar,
  	"loai" "enum_don_vi_loai",
  	"cha_id" integer,
  	"phu_trach_id" integer,
  	"slug" varchar,
  	"hieu_luc_tu" timestamp(3) with time zone,
  	"hieu_luc_den" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_don_vi_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_don_vi_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_ten" varchar,
  	"version_loai" "enum__don_vi_v_version_loai",
  	"version_cha_id" integer,
  	"version_phu_trach_id" integer,
  	"version_slug" varchar,
  	"version_hieu_luc_tu" timestamp(3) with time zone,
  	"version_hieu_luc_den" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__don_vi_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "chu_de" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ten" varchar,
  	"nam_hoc" varchar,
  	"can_cu" varchar,
  	"muc_nhay_cam" "enum_chu_de_muc_nhay_cam" DEFAULT 'thuong',
  	"slug" varchar,
  	"hieu_luc_tu" timestamp(3) with time zone,
  	"hieu_luc_den" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_chu_de_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_chu_de_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_ten" varchar,
  	"version_nam_hoc" varchar,
  	"version_can_cu" varchar,
  	"version_muc_nhay_cam" "enum__chu_de_v_version_muc_nhay_cam" DEFAULT 'thuong',
  	"version_slug" varchar,
  	"version_hieu_luc_tu" timestamp(3) with time zone,
  	"version_hieu_luc_den" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__chu_de_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "tu_lieu" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"alt_text" varchar,
  	"chu_thich" varchar,
  	"tac_gia_anh" varchar,
  	"giay_phep" varchar,
  	"don_vi_id" integer,
  	"sha256" varchar,
  	"tac_gia_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_tu_lieu_status" DEFAULT 'draft',
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_w320_url" varchar,
  	"sizes_w320_width" numeric,
  	"sizes_w320_height" numeric,
  	"sizes_w320_mime_type" varchar,
  	"sizes_w320_filesize" numeric,
  	"sizes_w320_filename" varchar,
  	"sizes_w640_url" varchar,
  	"sizes_w640_width" numeric,
  	"sizes_w640_height" numeric,
  	"sizes_w640_mime_type" varchar,
  	"sizes_w640_filesize" numeric,
  	"sizes_w640_filename" varchar,
  	"sizes_w960_url" varchar,
  	"sizes_w960_width" numeric,
  	"sizes_w960_height" numeric,
  	"sizes_w960_mime_type" varchar,
  	"sizes_w960_filesize" numeric,
  	"sizes_w960_filename" varchar,
  	"sizes_w1280_url" varchar,
  	"sizes_w1280_width" numeric,
  	"sizes_w1280_height" numeric,
  	"sizes_w1280_mime_type" varchar,
  	"sizes_w1280_filesize" numeric,
  	"sizes_w1280_filename" varchar
  );
  
  CREATE TABLE "tu_lieu_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"dong_y_id" integer
  );
  
  CREATE TABLE "_tu_lieu_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_alt_text" varchar,
  	"version_chu_thich" varchar,
  	"version_tac_gia_anh" varchar,
  	"version_giay_phep" varchar,
  	"version_don_vi_id" integer,
  	"version_sha256" varchar,
  	"version_tac_gia_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__tu_lieu_v_version_status" DEFAULT 'draft',
  	"version_url" varchar,
  	"version_thumbnail_u_r_l" varchar,
  	"version_filename" varchar,
  	"version_mime_type" varchar,
  	"version_filesize" numeric,
  	"version_width" numeric,
  	"version_height" numeric,
  	"version_focal_x" numeric,
  	"version_focal_y" numeric,
  	"version_sizes_w320_url" varchar,
  	"version_sizes_w320_width" numeric,
  	"version_sizes_w320_height" numeric,
  	"version_sizes_w320_mime_type" varchar,
  	"version_sizes_w320_filesize" numeric,
  	"version_sizes_w320_filename" varchar,
  	"version_sizes_w640_url" varchar,
  	"version_sizes_w640_width" numeric,
  	"version_sizes_w640_height" numeric,
  	"version_sizes_w640_mime_type" varchar,
  	"version_sizes_w640_filesize" numeric,
  	"version_sizes_w640_filename" varchar,
  	"version_sizes_w960_url" varchar,
  	"version_sizes_w960_width" numeric,
  	"version_sizes_w960_height" numeric,
  	"version_sizes_w960_mime_type" varchar,
  	"version_sizes_w960_filesize" numeric,
  	"version_sizes_w960_filename" varchar,
  	"version_sizes_w1280_url" varchar,
  	"version_sizes_w1280_width" numeric,
  	"version_sizes_w1280_height" numeric,
  	"version_sizes_w1280_mime_type" varchar,
  	"version_sizes_w1280_filesize" numeric,
  	"version_sizes_w1280_filename" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_tu_lieu_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"dong_y_id" integer
  );
  
  CREATE TABLE "tin_bai" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"loai" "enum_tin_bai_loai" DEFAULT 'tin',
  	"tieu_de" varchar,
  	"tom_tat" varchar,
  	"anh_bia_id" integer,
  	"noi_dung" jsonb,
  	"don_vi_id" integer,
  	"but_danh" varchar,
  	"nguon_tin" varchar,
  	"su_kien_bat_dau" timestamp(3) with time zone,
  	"su_kien_ket_thuc" timestamp(3) with time zone,
  	"su_kien_dia_diem" varchar,
  	"dinh_chinh_cho_id" integer,
  	"slug" varchar,
  	"muc_nhay_cam" "enum_tin_bai_muc_nhay_cam" DEFAULT 'thuong',
  	"co_noi_dung_ai" boolean,
  	"tac_gia_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_tin_bai_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "tin_bai_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"tu_lieu_id" integer,
  	"chu_de_id" integer,
  	"dong_y_id" integer
  );
  
  CREATE TABLE "_tin_bai_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_loai" "enum__tin_bai_v_version_loai" DEFAULT 'tin',
  	"version_tieu_de" varchar,
  	"version_tom_tat" varchar,
  	"version_anh_bia_id" integer,
  	"version_noi_dung" jsonb,
  	"version_don_vi_id" integer,
  	"version_but_danh" varchar,
  	"version_nguon_tin" varchar,
  	"version_su_kien_bat_dau" timestamp(3) with time zone,
  	"version_su_kien_ket_thuc" timestamp(3) with time zone,
  	"version_su_kien_dia_diem" varchar,
  	"version_dinh_chinh_cho_id" integer,
  	"version_slug" varchar,
  	"version_muc_nhay_cam" "enum__tin_bai_v_version_muc_nhay_cam" DEFAULT 'thuong',
  	"version_co_noi_dung_ai" boolean,
  	"version_tac_gia_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__tin_bai_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_tin_bai_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"tu_lieu_id" integer,
  	"chu_de_id" integer,
  	"dong_y_id" integer
  );
  
  CREATE TABLE "dong_y_kenh" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_dong_y_kenh",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "dong_y" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ho_ten" varchar NOT NULL,
  	"nam_sinh" numeric,
  	"muc_dich" varchar,
  	"han" timestamp(3) with time zone,
  	"thu_hoi_luc" timestamp(3) with time zone,
  	"tac_gia_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "nguoi_dung_vai_tro" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_nguoi_dung_vai_tro",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "nguoi_dung_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "nguoi_dung" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ho_ten" varchar NOT NULL,
  	"ten_sap_xep" varchar,
  	"chuc_vu" varchar,
  	"don_vi_id" integer,
  	"kich_hoat" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "ho_so" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"tieu_de" varchar,
  	"bo_suu_tap" varchar NOT NULL,
  	"tai_lieu" numeric NOT NULL,
  	"loai" varchar,
  	"tac_gia" numeric,
  	"trang_thai" varchar NOT NULL,
  	"vai_tro_cho" varchar,
  	"ban_trinh_id" integer,
  	"ban_dang_id" integer,
  	"nguoi_dong_gop" jsonb,
  	"sua_sau_trinh" jsonb,
  	"muc_nhay_cam" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "ban_trinh" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"bo_suu_tap" varchar NOT NULL,
  	"tai_lieu" numeric NOT NULL,
  	"lan" numeric NOT NULL,
  	"loai" varchar,
  	"slug" varchar NOT NULL,
  	"tieu_de" varchar NOT NULL,
  	"noi_dung" varchar NOT NULL,
  	"van_tay" varchar NOT NULL,
  	"bang_chung" varchar,
  	"van_tay_bang_chung" varchar,
  	"buoc" jsonb NOT NULL,
  	"da_qua" jsonb,
  	"nguoi_dong_gop" jsonb NOT NULL,
  	"muc_nhay_cam" varchar NOT NULL,
  	"tac_gia" numeric,
  	"nguoi_trinh" numeric NOT NULL,
  	"ten_nguoi_trinh" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "phieu_duyet" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ban_trinh_id" integer NOT NULL,
  	"van_tay" varchar NOT NULL,
  	"van_tay_khung" varchar NOT NULL,
  	"buoc" varchar NOT NULL,
  	"vai_tro" varchar NOT NULL,
  	"tu_cach" varchar NOT NULL,
  	"nguoi" numeric NOT NULL,
  	"ho_ten" varchar NOT NULL,
  	"chuc_vu" varchar,
  	"quyet_dinh" varchar NOT NULL,
  	"kiem_tra" jsonb,
  	"phien_ban_kiem_tra" numeric,
  	"ly_do" varchar,
  	"luc" varchar NOT NULL,
  	"noi_dung_ky" varchar NOT NULL,
  	"chu_ky" varchar NOT NULL,
  	"khoa" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "ban_dang" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"bo_suu_tap" varchar NOT NULL,
  	"tai_lieu" numeric NOT NULL,
  	"lan" numeric NOT NULL,
  	"loai" varchar,
  	"slug" varchar NOT NULL,
  	"tieu_de" varchar NOT NULL,
  	"noi_dung" varchar NOT NULL,
  	"van_tay" varchar NOT NULL,
  	"ban_trinh_id" integer NOT NULL,
  	"duyet_ho_ten" varchar NOT NULL,
  	"duyet_chuc_vu" varchar,
  	"duyet_luc" timestamp(3) with time zone NOT NULL,
  	"dang_lan_dau" timestamp(3) with time zone NOT NULL,
  	"ket_thuc_luc" timestamp(3) with time zone,
  	"ly_do_go" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "nhat_ky" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"so" numeric NOT NULL,
  	"luc" varchar NOT NULL,
  	"hanh_dong" varchar NOT NULL,
  	"nguoi" numeric,
  	"ten_nguoi" varchar,
  	"bo_suu_tap" varchar,
  	"tai_lieu" numeric,
  	"chi_tiet" varchar NOT NULL,
  	"truoc" varchar NOT NULL,
  	"bam" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"cai_dat_id" integer,
  	"don_vi_id" integer,
  	"chu_de_id" integer,
  	"tu_lieu_id" integer,
  	"tin_bai_id" integer,
  	"dong_y_id" integer,
  	"nguoi_dung_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"nguoi_dung_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "quy_che_buoc_ap_dung" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_quy_che_buoc_ap_dung",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "quy_che_buoc" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"ma" varchar NOT NULL,
  	"ten" varchar NOT NULL,
  	"vai_tro" "enum_quy_che_buoc_vai_tro" NOT NULL,
  	"don_vi" varchar,
  	"chi_nhay_cam" boolean
  );
  
  CREATE TABLE "quy_che_kiem_tra_can_cu" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"van_ban" varchar NOT NULL,
  	"tu_ngay" timestamp(3) with time zone,
  	"den_ngay" timestamp(3) with time zone
  );
  
  CREATE TABLE "quy_che_kiem_tra" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"ma" varchar NOT NULL,
  	"noi_dung" varchar NOT NULL,
  	"bat_buoc" boolean
  );
  
  CREATE TABLE "quy_che_ten_mien_email" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"ten_mien" varchar NOT NULL
  );
  
  CREATE TABLE "quy_che" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"ten_don_vi" varchar,
  	"preset" varchar,
  	"dang_ngay" boolean DEFAULT true,
  	"phien_ban_kiem_tra" numeric,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "cai_dat_menu" ADD CONSTRAINT "cai_dat_menu_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."cai_dat"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cai_dat" ADD CONSTRAINT "cai_dat_bieu_trung_id_tu_lieu_id_fk" FOREIGN KEY ("bieu_trung_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_cai_dat_v_version_menu" ADD CONSTRAINT "_cai_dat_v_version_menu_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_cai_dat_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_cai_dat_v" ADD CONSTRAINT "_cai_dat_v_parent_id_cai_dat_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."cai_dat"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_cai_dat_v" ADD CONSTRAINT "_cai_dat_v_version_bieu_trung_id_tu_lieu_id_fk" FOREIGN KEY ("version_bieu_trung_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "don_vi" ADD CONSTRAINT "don_vi_cha_id_don_vi_id_fk" FOREIGN KEY ("cha_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "don_vi" ADD CONSTRAINT "don_vi_phu_trach_id_nguoi_dung_id_fk" FOREIGN KEY ("phu_trach_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_don_vi_v" ADD CONSTRAINT "_don_vi_v_parent_id_don_vi_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_don_vi_v" ADD CONSTRAINT "_don_vi_v_version_cha_id_don_vi_id_fk" FOREIGN KEY ("version_cha_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_don_vi_v" ADD CONSTRAINT "_don_vi_v_version_phu_trach_id_nguoi_dung_id_fk" FOREIGN KEY ("version_phu_trach_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_chu_de_v" ADD CONSTRAINT "_chu_de_v_parent_id_chu_de_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."chu_de"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tu_lieu" ADD CONSTRAINT "tu_lieu_don_vi_id_don_vi_id_fk" FOREIGN KEY ("don_vi_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tu_lieu" ADD CONSTRAINT "tu_lieu_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tu_lieu_rels" ADD CONSTRAINT "tu_lieu_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tu_lieu"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tu_lieu_rels" ADD CONSTRAINT "tu_lieu_rels_dong_y_fk" FOREIGN KEY ("dong_y_id") REFERENCES "public"."dong_y"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_tu_lieu_v" ADD CONSTRAINT "_tu_lieu_v_parent_id_tu_lieu_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tu_lieu_v" ADD CONSTRAINT "_tu_lieu_v_version_don_vi_id_don_vi_id_fk" FOREIGN KEY ("version_don_vi_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tu_lieu_v" ADD CONSTRAINT "_tu_lieu_v_version_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("version_tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tu_lieu_v_rels" ADD CONSTRAINT "_tu_lieu_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_tu_lieu_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_tu_lieu_v_rels" ADD CONSTRAINT "_tu_lieu_v_rels_dong_y_fk" FOREIGN KEY ("dong_y_id") REFERENCES "public"."dong_y"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tin_bai" ADD CONSTRAINT "tin_bai_anh_bia_id_tu_lieu_id_fk" FOREIGN KEY ("anh_bia_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tin_bai" ADD CONSTRAINT "tin_bai_don_vi_id_don_vi_id_fk" FOREIGN KEY ("don_vi_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tin_bai" ADD CONSTRAINT "tin_bai_dinh_chinh_cho_id_tin_bai_id_fk" FOREIGN KEY ("dinh_chinh_cho_id") REFERENCES "public"."tin_bai"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tin_bai" ADD CONSTRAINT "tin_bai_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tin_bai_rels" ADD CONSTRAINT "tin_bai_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tin_bai"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tin_bai_rels" ADD CONSTRAINT "tin_bai_rels_tu_lieu_fk" FOREIGN KEY ("tu_lieu_id") REFERENCES "public"."tu_lieu"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tin_bai_rels" ADD CONSTRAINT "tin_bai_rels_chu_de_fk" FOREIGN KEY ("chu_de_id") REFERENCES "public"."chu_de"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tin_bai_rels" ADD CONSTRAINT "tin_bai_rels_dong_y_fk" FOREIGN KEY ("dong_y_id") REFERENCES "public"."dong_y"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_tin_bai_v" ADD CONSTRAINT "_tin_bai_v_parent_id_tin_bai_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tin_bai"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tin_bai_v" ADD CONSTRAINT "_tin_bai_v_version_anh_bia_id_tu_lieu_id_fk" FOREIGN KEY ("version_anh_bia_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tin_bai_v" ADD CONSTRAINT "_tin_bai_v_version_don_vi_id_don_vi_id_fk" FOREIGN KEY ("version_don_vi_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tin_bai_v" ADD CONSTRAINT "_tin_bai_v_version_dinh_chinh_cho_id_tin_bai_id_fk" FOREIGN KEY ("version_dinh_chinh_cho_id") REFERENCES "public"."tin_bai"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tin_bai_v" ADD CONSTRAINT "_tin_bai_v_version_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("version_tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_tin_bai_v_rels" ADD CONSTRAINT "_tin_bai_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_tin_bai_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_tin_bai_v_rels" ADD CONSTRAINT "_tin_bai_v_rels_tu_lieu_fk" FOREIGN KEY ("tu_lieu_id") REFERENCES "public"."tu_lieu"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_tin_bai_v_rels" ADD CONSTRAINT "_tin_bai_v_rels_chu_de_fk" FOREIGN KEY ("chu_de_id") REFERENCES "public"."chu_de"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_tin_bai_v_rels" ADD CONSTRAINT "_tin_bai_v_rels_dong_y_fk" FOREIGN KEY ("dong_y_id") REFERENCES "public"."dong_y"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "dong_y_kenh" ADD CONSTRAINT "dong_y_kenh_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."dong_y"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "dong_y" ADD CONSTRAINT "dong_y_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "nguoi_dung_vai_tro" ADD CONSTRAINT "nguoi_dung_vai_tro_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "nguoi_dung_sessions" ADD CONSTRAINT "nguoi_dung_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "nguoi_dung" ADD CONSTRAINT "nguoi_dung_don_vi_id_don_vi_id_fk" FOREIGN KEY ("don_vi_id") REFERENCES "public"."don_vi"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ho_so" ADD CONSTRAINT "ho_so_ban_trinh_id_ban_trinh_id_fk" FOREIGN KEY ("ban_trinh_id") REFERENCES "public"."ban_trinh"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ho_so" ADD CONSTRAINT "ho_so_ban_dang_id_ban_dang_id_fk" FOREIGN KEY ("ban_dang_id") REFERENCES "public"."ban_dang"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "phieu_duyet" ADD CONSTRAINT "phieu_duyet_ban_trinh_id_ban_trinh_id_fk" FOREIGN KEY ("ban_trinh_id") REFERENCES "public"."ban_trinh"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "ban_dang" ADD CONSTRAINT "ban_dang_ban_trinh_id_ban_trinh_id_fk" FOREIGN KEY ("ban_trinh_id") REFERENCES "public"."ban_trinh"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_cai_dat_fk" FOREIGN KEY ("cai_dat_id") REFERENCES "public"."cai_dat"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_don_vi_fk" FOREIGN KEY ("don_vi_id") REFERENCES "public"."don_vi"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_chu_de_fk" FOREIGN KEY ("chu_de_id") REFERENCES "public"."chu_de"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tu_lieu_fk" FOREIGN KEY ("tu_lieu_id") REFERENCES "public"."tu_lieu"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tin_bai_fk" FOREIGN KEY ("tin_bai_id") REFERENCES "public"."tin_bai"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_dong_y_fk" FOREIGN KEY ("dong_y_id") REFERENCES "public"."dong_y"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_nguoi_dung_fk" FOREIGN KEY ("nguoi_dung_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_nguoi_dung_fk" FOREIGN KEY ("nguoi_dung_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quy_che_buoc_ap_dung" ADD CONSTRAINT "quy_che_buoc_ap_dung_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."quy_che_buoc"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quy_che_buoc" ADD CONSTRAINT "quy_che_buoc_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quy_che"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quy_che_kiem_tra_can_cu" ADD CONSTRAINT "quy_che_kiem_tra_can_cu_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quy_che_kiem_tra"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quy_che_kiem_tra" ADD CONSTRAINT "quy_che_kiem_tra_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quy_che"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quy_che_ten_mien_email" ADD CONSTRAINT "quy_che_ten_mien_email_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quy_che"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "cai_dat_menu_order_idx" ON "cai_dat_menu" USING btree ("_order");
  CREATE INDEX "cai_dat_menu_parent_id_idx" ON "cai_dat_menu" USING btree ("_parent_id");
  CREATE INDEX "cai_dat_bieu_trung_idx" ON "cai_dat" USING btree ("bieu_trung_id");
  CREATE INDEX "cai_dat_updated_at_idx" ON "cai_dat" USING btree ("updated_at");
  CREATE INDEX "cai_dat_created_at_idx" ON "cai_dat" USING btree ("created_at");
  CREATE INDEX "cai_dat__status_idx" ON "cai_dat" USING btree ("_status");
  CREATE INDEX "_cai_dat_v_version_menu_order_idx" ON "_cai_dat_v_version_menu" USING btree ("_order");
  CREATE INDEX "_cai_dat_v_version_menu_parent_id_idx" ON "_cai_dat_v_version_menu" USING btree ("_parent_id");
  CREATE INDEX "_cai_dat_v_parent_idx" ON "_cai_dat_v" USING btree ("parent_id");
  CREATE INDEX "_cai_dat_v_version_version_bieu_trung_idx" ON "_cai_dat_v" USING btree ("version_bieu_trung_id");
  CREATE INDEX "_cai_dat_v_version_version_updated_at_idx" ON "_cai_dat_v" USING btree ("version_updated_at");
  CREATE INDEX "_cai_dat_v_version_version_created_at_idx" ON "_cai_dat_v" USING btree ("version_created_at");
  CREATE INDEX "_cai_dat_v_version_version__status_idx" ON "_cai_dat_v" USING btree ("version__status");
  CREATE INDEX "_cai_dat_v_created_at_idx" ON "_cai_dat_v" USING btree ("created_at");
  CREATE INDEX "_cai_dat_v_updated_at_idx" ON "_cai_dat_v" USING btree ("updated_at");
  CREATE INDEX "_cai_dat_v_latest_idx" ON "_cai_dat_v" USING btree ("latest");
  CREATE INDEX "_cai_dat_v_autosave_idx" ON "_cai_dat_v" USING btree ("autosave");
  CREATE INDEX "don_vi_cha_idx" ON "don_vi" USING btree ("cha_id");
  CREATE INDEX "don_vi_phu_trach_idx" ON "don_vi" USING btree ("phu_trach_id");
  CREATE INDEX "don_vi_updated_at_idx" ON "don_vi" USING btree ("updated_at");
  CREATE INDEX "don_vi_created_at_idx" ON "don_vi" USING btree ("created_at");
  CREATE INDEX "don_vi__status_idx" ON "don_vi" USING btree ("_status");
  CREATE INDEX "_don_vi_v_parent_idx" ON "_don_vi_v" USING btree ("parent_id");
  CREATE INDEX "_don_vi_v_version_version_cha_idx" ON "_don_vi_v" USING btree ("version_cha_id");
  CREATE INDEX "_don_vi_v_version_version_phu_trach_idx" ON "_don_vi_v" USING btree ("version_phu_trach_id");
  CREATE INDEX "_don_vi_v_version_version_updated_at_idx" ON "_don_vi_v" USING btree ("version_updated_at");
  CREATE INDEX "_don_vi_v_version_version_created_at_idx" ON "_don_vi_v" USING btree ("version_created_at");
  CREATE INDEX "_don_vi_v_version_version__status_idx" ON "_don_vi_v" USING btree ("version__status");
  CREATE INDEX "_don_vi_v_created_at_idx" ON "_don_vi_v" USING btree ("created_at");
  CREATE INDEX "_don_vi_v_updated_at_idx" ON "_don_vi_v" USING btree ("updated_at");
  CREATE INDEX "_don_vi_v_latest_idx" ON "_don_vi_v" USING btree ("latest");
  CREATE INDEX "_don_vi_v_autosave_idx" ON "_don_vi_v" USING btree ("autosave");
  CREATE INDEX "chu_de_updated_at_idx" ON "chu_de" USING btree ("updated_at");
  CREATE INDEX "chu_de_created_at_idx" ON "chu_de" USING btree ("created_at");
  CREATE INDEX "chu_de__status_idx" ON "chu_de" USING btree ("_status");
  CREATE INDEX "_chu_de_v_parent_idx" ON "_chu_de_v" USING btree ("parent_id");
  CREATE INDEX "_chu_de_v_version_version_updated_at_idx" ON "_chu_de_v" USING btree ("version_updated_at");
  CREATE INDEX "_chu_de_v_version_version_created_at_idx" ON "_chu_de_v" USING btree ("version_created_at");
  CREATE INDEX "_chu_de_v_version_version__status_idx" ON "_chu_de_v" USING btree ("version__status");
  CREATE INDEX "_chu_de_v_created_at_idx" ON "_chu_de_v" USING btree ("created_at");
  CREATE INDEX "_chu_de_v_updated_at_idx" ON "_chu_de_v" USING btree ("updated_at");
  CREATE INDEX "_chu_de_v_latest_idx" ON "_chu_de_v" USING btree ("latest");
  CREATE INDEX "_chu_de_v_autosave_idx" ON "_chu_de_v" USING btree ("autosave");
  CREATE INDEX "tu_lieu_don_vi_idx" ON "tu_lieu" USING btree ("don_vi_id");
  CREATE INDEX "tu_lieu_tac_gia_idx" ON "tu_lieu" USING btree ("tac_gia_id");
  CREATE INDEX "tu_lieu_updated_at_idx" ON "tu_lieu" USING btree ("updated_at");
  CREATE INDEX "tu_lieu_created_at_idx" ON "tu_lieu" USING btree ("created_at");
  CREATE INDEX "tu_lieu__status_idx" ON "tu_lieu" USING btree ("_status");
  CREATE UNIQUE INDEX "tu_lieu_filename_idx" ON "tu_lieu" USING btree ("filename");
  CREATE INDEX "tu_lieu_sizes_w320_sizes_w320_filename_idx" ON "tu_lieu" USING btree ("sizes_w320_filename");
  CREATE INDEX "tu_lieu_sizes_w640_sizes_w640_filename_idx" ON "tu_lieu" USING btree ("sizes_w640_filename");
  CREATE INDEX "tu_lieu_sizes_w960_sizes_w960_filename_idx" ON "tu_lieu" USING btree ("sizes_w960_filename");
  CREATE INDEX "tu_lieu_sizes_w1280_sizes_w1280_filename_idx" ON "tu_lieu" USING btree ("sizes_w1280_filename");
  CREATE INDEX "tu_lieu_rels_order_idx" ON "tu_lieu_rels" USING btree ("order");
  CREATE INDEX "tu_lieu_rels_parent_idx" ON "tu_lieu_rels" USING btree ("parent_id");
  CREATE INDEX "tu_lieu_rels_path_idx" ON "tu_lieu_rels" USING btree ("path");
  CREATE INDEX "tu_lieu_rels_dong_y_id_idx" ON "tu_lieu_rels" USING btree ("dong_y_id");
  CREATE INDEX "_tu_lieu_v_parent_idx" ON "_tu_lieu_v" USING btree ("parent_id");
  CREATE INDEX "_tu_lieu_v_version_version_don_vi_idx" ON "_tu_lieu_v" USING btree ("version_don_vi_id");
  CREATE INDEX "_tu_lieu_v_version_version_tac_gia_idx" ON "_tu_lieu_v" USING btree ("version_tac_gia_id");
  CREATE INDEX "_tu_lieu_v_version_version_updated_at_idx" ON "_tu_lieu_v" USING btree ("version_updated_at");
  CREATE INDEX "_tu_lieu_v_version_version_created_at_idx" ON "_tu_lieu_v" USING btree ("version_created_at");
  CREATE INDEX "_tu_lieu_v_version_version__status_idx" ON "_tu_lieu_v" USING btree ("version__status");
  CREATE INDEX "_tu_lieu_v_version_version_filename_idx" ON "_tu_lieu_v" USING btree ("version_filename");
  CREATE INDEX "_tu_lieu_v_version_sizes_w320_version_sizes_w320_filenam_idx" ON "_tu_lieu_v" USING btree ("version_sizes_w320_filename");
  CREATE INDEX "_tu_lieu_v_version_sizes_w640_version_sizes_w640_filenam_idx" ON "_tu_lieu_v" USING btree ("version_sizes_w640_filename");
  CREATE INDEX "_tu_lieu_v_version_sizes_w960_version_sizes_w960_filenam_idx" ON "_tu_lieu_v" USING btree ("version_sizes_w960_filename");
  CREATE INDEX "_tu_lieu_v_version_sizes_w1280_version_sizes_w1280_filen_idx" ON "_tu_lieu_v" USING btree ("version_sizes_w1280_filename");
  CREATE INDEX "_tu_lieu_v_created_at_idx" ON "_tu_lieu_v" USING btree ("created_at");
  CREATE INDEX "_tu_lieu_v_updated_at_idx" ON "_tu_lieu_v" USING btree ("updated_at");
  CREATE INDEX "_tu_lieu_v_latest_idx" ON "_tu_lieu_v" USING btree ("latest");
  CREATE INDEX "_tu_lieu_v_rels_order_idx" ON "_tu_lieu_v_rels" USING btree ("order");
  CREATE INDEX "_tu_lieu_v_rels_parent_idx" ON "_tu_lieu_v_rels" USING btree ("parent_id");
  CREATE INDEX "_tu_lieu_v_rels_path_idx" ON "_tu_lieu_v_rels" USING btree ("path");
  CREATE INDEX "_tu_lieu_v_rels_dong_y_id_idx" ON "_tu_lieu_v_rels" USING btree ("dong_y_id");
  CREATE INDEX "tin_bai_anh_bia_idx" ON "tin_bai" USING btree ("anh_bia_id");
  CREATE INDEX "tin_bai_don_vi_idx" ON "tin_bai" USING btree ("don_vi_id");
  CREATE INDEX "tin_bai_dinh_chinh_cho_idx" ON "tin_bai" USING btree ("dinh_chinh_cho_id");
  CREATE INDEX "tin_bai_tac_gia_idx" ON "tin_bai" USING btree ("tac_gia_id");
  CREATE INDEX "tin_bai_updated_at_idx" ON "tin_bai" USING btree ("updated_at");
  CREATE INDEX "tin_bai_created_at_idx" ON "tin_bai" USING btree ("created_at");
  CREATE INDEX "tin_bai__status_idx" ON "tin_bai" USING btree ("_status");
  CREATE INDEX "tin_bai_rels_order_idx" ON "tin_bai_rels" USING btree ("order");
  CREATE INDEX "tin_bai_rels_parent_idx" ON "tin_bai_rels" USING btree ("parent_id");
  CREATE INDEX "tin_bai_rels_path_idx" ON "tin_bai_rels" USING btree ("path");
  CREATE INDEX "tin_bai_rels_tu_lieu_id_idx" ON "tin_bai_rels" USING btree ("tu_lieu_id");
  CREATE INDEX "tin_bai_rels_chu_de_id_idx" ON "tin_bai_rels" USING btree ("chu_de_id");
  CREATE INDEX "tin_bai_rels_dong_y_id_idx" ON "tin_bai_rels" USING btree ("dong_y_id");
  CREATE INDEX "_tin_bai_v_parent_idx" ON "_tin_bai_v" USING btree ("parent_id");
  CREATE INDEX "_tin_bai_v_version_version_anh_bia_idx" ON "_tin_bai_v" USING btree ("version_anh_bia_id");
  CREATE INDEX "_tin_bai_v_version_version_don_vi_idx" ON "_tin_bai_v" USING btree ("version_don_vi_id");
  CREATE INDEX "_tin_bai_v_version_version_dinh_chinh_cho_idx" ON "_tin_bai_v" USING btree ("version_dinh_chinh_cho_id");
  CREATE INDEX "_tin_bai_v_version_version_tac_gia_idx" ON "_tin_bai_v" USING btree ("version_tac_gia_id");
  CREATE INDEX "_tin_bai_v_version_version_updated_at_idx" ON "_tin_bai_v" USING btree ("version_updated_at");
  CREATE INDEX "_tin_bai_v_version_version_created_at_idx" ON "_tin_bai_v" USING btree ("version_created_at");
  CREATE INDEX "_tin_bai_v_version_version__status_idx" ON "_tin_bai_v" USING btree ("version__status");
  CREATE INDEX "_tin_bai_v_created_at_idx" ON "_tin_bai_v" USING btree ("created_at");
  CREATE INDEX "_tin_bai_v_updated_at_idx" ON "_tin_bai_v" USING btree ("updated_at");
  CREATE INDEX "_tin_bai_v_latest_idx" ON "_tin_bai_v" USING btree ("latest");
  CREATE INDEX "_tin_bai_v_autosave_idx" ON "_tin_bai_v" USING btree ("autosave");
  CREATE INDEX "_tin_bai_v_rels_order_idx" ON "_tin_bai_v_rels" USING btree ("order");
  CREATE INDEX "_tin_bai_v_rels_parent_idx" ON "_tin_bai_v_rels" USING btree ("parent_id");
  CREATE INDEX "_tin_bai_v_rels_path_idx" ON "_tin_bai_v_rels" USING btree ("path");
  CREATE INDEX "_tin_bai_v_rels_tu_lieu_id_idx" ON "_tin_bai_v_rels" USING btree ("tu_lieu_id");
  CREATE INDEX "_tin_bai_v_rels_chu_de_id_idx" ON "_tin_bai_v_rels" USING btree ("chu_de_id");
  CREATE INDEX "_tin_bai_v_rels_dong_y_id_idx" ON "_tin_bai_v_rels" USING btree ("dong_y_id");
  CREATE INDEX "dong_y_kenh_order_idx" ON "dong_y_kenh" USING btree ("order");
  CREATE INDEX "dong_y_kenh_parent_idx" ON "dong_y_kenh" USING btree ("parent_id");
  CREATE INDEX "dong_y_tac_gia_idx" ON "dong_y" USING btree ("tac_gia_id");
  CREATE INDEX "dong_y_updated_at_idx" ON "dong_y" USING btree ("updated_at");
  CREATE INDEX "dong_y_created_at_idx" ON "dong_y" USING btree ("created_at");
  CREATE INDEX "nguoi_dung_vai_tro_order_idx" ON "nguoi_dung_vai_tro" USING btree ("order");
  CREATE INDEX "nguoi_dung_vai_tro_parent_idx" ON "nguoi_dung_vai_tro" USING btree ("parent_id");
  CREATE INDEX "nguoi_dung_sessions_order_idx" ON "nguoi_dung_sessions" USING btree ("_order");
  CREATE INDEX "nguoi_dung_sessions_parent_id_idx" ON "nguoi_dung_sessions" USING btree ("_parent_id");
  CREATE INDEX "nguoi_dung_ten_sap_xep_idx" ON "nguoi_dung" USING btree ("ten_sap_xep");
  CREATE INDEX "nguoi_dung_don_vi_idx" ON "nguoi_dung" USING btree ("don_vi_id");
  CREATE INDEX "nguoi_dung_updated_at_idx" ON "nguoi_dung" USING btree ("updated_at");
  CREATE INDEX "nguoi_dung_created_at_idx" ON "nguoi_dung" USING btree ("created_at");
  CREATE UNIQUE INDEX "nguoi_dung_email_idx" ON "nguoi_dung" USING btree ("email");
  CREATE INDEX "ho_so_tac_gia_idx" ON "ho_so" USING btree ("tac_gia");
  CREATE INDEX "ho_so_trang_thai_idx" ON "ho_so" USING btree ("trang_thai");
  CREATE INDEX "ho_so_ban_trinh_idx" ON "ho_so" USING btree ("ban_trinh_id");
  CREATE INDEX "ho_so_ban_dang_idx" ON "ho_so" USING btree ("ban_dang_id");
  CREATE INDEX "ho_so_updated_at_idx" ON "ho_so" USING btree ("updated_at");
  CREATE INDEX "ho_so_created_at_idx" ON "ho_so" USING btree ("created_at");
  CREATE UNIQUE INDEX "boSuuTap_taiLieu_idx" ON "ho_so" USING btree ("bo_suu_tap","tai_lieu");
  CREATE INDEX "ban_trinh_tac_gia_idx" ON "ban_trinh" USING btree ("tac_gia");
  CREATE INDEX "ban_trinh_updated_at_idx" ON "ban_trinh" USING btree ("updated_at");
  CREATE INDEX "ban_trinh_created_at_idx" ON "ban_trinh" USING btree ("created_at");
  CREATE INDEX "phieu_duyet_ban_trinh_idx" ON "phieu_duyet" USING btree ("ban_trinh_id");
  CREATE INDEX "phieu_duyet_nguoi_idx" ON "phieu_duyet" USING btree ("nguoi");
  CREATE INDEX "phieu_duyet_updated_at_idx" ON "phieu_duyet" USING btree ("updated_at");
  CREATE INDEX "phieu_duyet_created_at_idx" ON "phieu_duyet" USING btree ("created_at");
  CREATE INDEX "ban_dang_slug_idx" ON "ban_dang" USING btree ("slug");
  CREATE UNIQUE INDEX "ban_dang_ban_trinh_idx" ON "ban_dang" USING btree ("ban_trinh_id");
  CREATE INDEX "ban_dang_updated_at_idx" ON "ban_dang" USING btree ("updated_at");
  CREATE INDEX "ban_dang_created_at_idx" ON "ban_dang" USING btree ("created_at");
  CREATE UNIQUE INDEX "nhat_ky_so_idx" ON "nhat_ky" USING btree ("so");
  CREATE UNIQUE INDEX "nhat_ky_bam_idx" ON "nhat_ky" USING btree ("bam");
  CREATE INDEX "nhat_ky_updated_at_idx" ON "nhat_ky" USING btree ("updated_at");
  CREATE INDEX "nhat_ky_created_at_idx" ON "nhat_ky" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_cai_dat_id_idx" ON "payload_locked_documents_rels" USING btree ("cai_dat_id");
  CREATE INDEX "payload_locked_documents_rels_don_vi_id_idx" ON "payload_locked_documents_rels" USING btree ("don_vi_id");
  CREATE INDEX "payload_locked_documents_rels_chu_de_id_idx" ON "payload_locked_documents_rels" USING btree ("chu_de_id");
  CREATE INDEX "payload_locked_documents_rels_tu_lieu_id_idx" ON "payload_locked_documents_rels" USING btree ("tu_lieu_id");
  CREATE INDEX "payload_locked_documents_rels_tin_bai_id_idx" ON "payload_locked_documents_rels" USING btree ("tin_bai_id");
  CREATE INDEX "payload_locked_documents_rels_dong_y_id_idx" ON "payload_locked_documents_rels" USING btree ("dong_y_id");
  CREATE INDEX "payload_locked_documents_rels_nguoi_dung_id_idx" ON "payload_locked_documents_rels" USING btree ("nguoi_dung_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_nguoi_dung_id_idx" ON "payload_preferences_rels" USING btree ("nguoi_dung_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "quy_che_buoc_ap_dung_order_idx" ON "quy_che_buoc_ap_dung" USING btree ("order");
  CREATE INDEX "quy_che_buoc_ap_dung_parent_idx" ON "quy_che_buoc_ap_dung" USING btree ("parent_id");
  CREATE INDEX "quy_che_buoc_order_idx" ON "quy_che_buoc" USING btree ("_order");
  CREATE INDEX "quy_che_buoc_parent_id_idx" ON "quy_che_buoc" USING btree ("_parent_id");
  CREATE INDEX "quy_che_kiem_tra_can_cu_order_idx" ON "quy_che_kiem_tra_can_cu" USING btree ("_order");
  CREATE INDEX "quy_che_kiem_tra_can_cu_parent_id_idx" ON "quy_che_kiem_tra_can_cu" USING btree ("_parent_id");
  CREATE INDEX "quy_che_kiem_tra_order_idx" ON "quy_che_kiem_tra" USING btree ("_order");
  CREATE INDEX "quy_che_kiem_tra_parent_id_idx" ON "quy_che_kiem_tra" USING btree ("_parent_id");
  CREATE INDEX "quy_che_ten_mien_email_order_idx" ON "quy_che_ten_mien_email" USING btree ("_order");
  CREATE INDEX "quy_che_ten_mien_email_parent_id_idx" ON "quy_che_ten_mien_email" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "cai_dat_menu" CASCADE;
  DROP TABLE "cai_dat" CASCADE;
  DROP TABLE "_cai_dat_v_version_menu" CASCADE;
  DROP TABLE "_cai_dat_v" CASCADE;
  DROP TABLE "don_vi" CASCADE;
  DROP TABLE "_don_vi_v" CASCADE;
  DROP TABLE "chu_de" CASCADE;
  DROP TABLE "_chu_de_v" CASCADE;
  DROP TABLE "tu_lieu" CASCADE;
  DROP TABLE "tu_lieu_rels" CASCADE;
  DROP TABLE "_tu_lieu_v" CASCADE;
  DROP TABLE "_tu_lieu_v_rels" CASCADE;
  DROP TABLE "tin_bai" CASCADE;
  DROP TABLE "tin_bai_rels" CASCADE;
  DROP TABLE "_tin_bai_v" CASCADE;
  DROP TABLE "_tin_bai_v_rels" CASCADE;
  DROP TABLE "dong_y_kenh" CASCADE;
  DROP TABLE "dong_y" CASCADE;
  DROP TABLE "nguoi_dung_vai_tro" CASCADE;
  DROP TABLE "nguoi_dung_sessions" CASCADE;
  DROP TABLE "nguoi_dung" CASCADE;
  DROP TABLE "ho_so" CASCADE;
  DROP TABLE "ban_trinh" CASCADE;
  DROP TABLE "phieu_duyet" CASCADE;
  DROP TABLE "ban_dang" CASCADE;
  DROP TABLE "nhat_ky" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "quy_che_buoc_ap_dung" CASCADE;
  DROP TABLE "quy_che_buoc" CASCADE;
  DROP TABLE "quy_che_kiem_tra_can_cu" CASCADE;
  DROP TABLE "quy_che_kiem_tra" CASCADE;
  DROP TABLE "quy_che_ten_mien_email" CASCADE;
  DROP TABLE "quy_che" CASCADE;
  DROP TYPE "public"."enum_cai_dat_status";
  DROP TYPE "public"."enum__cai_dat_v_version_status";
  DROP TYPE "public"."enum_don_vi_loai";
  DROP TYPE "public"."enum_don_vi_status";
  DROP TYPE "public"."enum__don_vi_v_version_loai";
  DROP TYPE "public"."enum__don_vi_v_version_status";
  DROP TYPE "public"."enum_chu_de_muc_nhay_cam";
  DROP TYPE "public"."enum_chu_de_status";
  DROP TYPE "public"."enum__chu_de_v_version_muc_nhay_cam";
  DROP TYPE "public"."enum__chu_de_v_version_status";
  DROP TYPE "public"."enum_tu_lieu_status";
  DROP TYPE "public"."enum__tu_lieu_v_version_status";
  DROP TYPE "public"."enum_tin_bai_loai";
  DROP TYPE "public"."enum_tin_bai_muc_nhay_cam";
  DROP TYPE "public"."enum_tin_bai_status";
  DROP TYPE "public"."enum__tin_bai_v_version_loai";
  DROP TYPE "public"."enum__tin_bai_v_version_muc_nhay_cam";
  DROP TYPE "public"."enum__tin_bai_v_version_status";
  DROP TYPE "public"."enum_dong_y_kenh";
  DROP TYPE "public"."enum_nguoi_dung_vai_tro";
  DROP TYPE "public"."enum_quy_che_buoc_ap_dung";
  DROP TYPE "public"."enum_quy_che_buoc_vai_tro";`)
}
