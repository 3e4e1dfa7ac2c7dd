import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_trang_muc" AS ENUM('gioiThieu', 'coCau', 'lienHe', 'congKhai', 'khac');
  CREATE TYPE "public"."enum_trang_muc_cong_khai" AS ENUM('thongTinChung', 'taiChinh', 'doiNgu', 'coSoVatChat', 'kiemDinh', 'keHoach', 'ketQua', 'baoCaoThuongNien');
  CREATE TYPE "public"."enum_trang_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum_trang_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__trang_v_version_muc" AS ENUM('gioiThieu', 'coCau', 'lienHe', 'congKhai', 'khac');
  CREATE TYPE "public"."enum__trang_v_version_muc_cong_khai" AS ENUM('thongTinChung', 'taiChinh', 'doiNgu', 'coSoVatChat', 'kiemDinh', 'keHoach', 'ketQua', 'baoCaoThuongNien');
  CREATE TYPE "public"."enum__trang_v_version_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum__trang_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_van_ban_loai" AS ENUM('quyetDinh', 'keHoach', 'congVan', 'thongBao', 'baoCao', 'huongDan', 'quyChe', 'nghiQuyet', 'khac');
  CREATE TYPE "public"."enum_van_ban_hieu_luc" AS ENUM('conHieuLuc', 'hetHieuLuc', 'chuaCoHieuLuc');
  CREATE TYPE "public"."enum_van_ban_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum_van_ban_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__van_ban_v_version_loai" AS ENUM('quyetDinh', 'keHoach', 'congVan', 'thongBao', 'baoCao', 'huongDan', 'quyChe', 'nghiQuyet', 'khac');
  CREATE TYPE "public"."enum__van_ban_v_version_hieu_luc" AS ENUM('conHieuLuc', 'hetHieuLuc', 'chuaCoHieuLuc');
  CREATE TYPE "public"."enum__van_ban_v_version_muc_nhay_cam" AS ENUM('thuong', 'cao');
  CREATE TYPE "public"."enum__van_ban_v_version_status" AS ENUM('draft', 'published');
  ALTER TYPE "public"."enum_uy_quyen_pham_vi" ADD VALUE 'trang';
  ALTER TYPE "public"."enum_uy_quyen_pham_vi" ADD VALUE 'van-ban';
  CREATE TABLE "trang" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"tieu_de" varchar,
  	"muc" "enum_trang_muc" DEFAULT 'khac',
  	"nam_hoc" varchar,
  	"muc_cong_khai" "enum_trang_muc_cong_khai",
  	"noi_dung" jsonb,
  	"thu_tu" numeric,
  	"slug" varchar,
  	"muc_nhay_cam" "enum_trang_muc_nhay_cam" DEFAULT 'thuong',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_trang_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "trang_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"tu_lieu_id" integer
  );
  
  CREATE TABLE "_trang_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_tieu_de" varchar,
  	"version_muc" "enum__trang_v_version_muc" DEFAULT 'khac',
  	"version_nam_hoc" varchar,
  	"version_muc_cong_khai" "enum__trang_v_version_muc_cong_khai",
  	"version_noi_dung" jsonb,
  	"version_thu_tu" numeric,
  	"version_slug" varchar,
  	"version_muc_nhay_cam" "enum__trang_v_version_muc_nhay_cam" DEFAULT 'thuong',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__trang_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_trang_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"tu_lieu_id" integer
  );
  
  CREATE TABLE "van_ban" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"so_ky_hieu" varchar,
  	"trich_yeu" varchar,
  	"loai" "enum_van_ban_loai",
  	"co_quan_ban_hanh" varchar,
  	"ngay_ban_hanh" timestamp(3) with time zone,
  	"nguoi_ky" varchar,
  	"hieu_luc" "enum_van_ban_hieu_luc" DEFAULT 'conHieuLuc',
  	"ngay_hieu_luc" timestamp(3) with time zone,
  	"tep_id" integer,
  	"slug" varchar,
  	"muc_nhay_cam" "enum_van_ban_muc_nhay_cam" DEFAULT 'thuong',
  	"tac_gia_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_van_ban_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "van_ban_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"chu_de_id" integer
  );
  
  CREATE TABLE "_van_ban_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_so_ky_hieu" varchar,
  	"version_trich_yeu" varchar,
  	"version_loai" "enum__van_ban_v_version_loai",
  	"version_co_quan_ban_hanh" varchar,
  	"version_ngay_ban_hanh" timestamp(3) with time zone,
  	"version_nguoi_ky" varchar,
  	"version_hieu_luc" "enum__van_ban_v_version_hieu_luc" DEFAULT 'conHieuLuc',
  	"version_ngay_hieu_luc" timestamp(3) with time zone,
  	"version_tep_id" integer,
  	"version_slug" varchar,
  	"version_muc_nhay_cam" "enum__van_ban_v_version_muc_nhay_cam" DEFAULT 'thuong',
  	"version_tac_gia_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__van_ban_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_van_ban_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"chu_de_id" integer
  );
  
  CREATE TABLE "quy_che_mien_lien_ket" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"mien" varchar NOT NULL
  );
  
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  ALTER TABLE "trang_rels" ADD CONSTRAINT "trang_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."trang"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "trang_rels" ADD CONSTRAINT "trang_rels_tu_lieu_fk" FOREIGN KEY ("tu_lieu_id") REFERENCES "public"."tu_lieu"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_trang_v" ADD CONSTRAINT "_trang_v_parent_id_trang_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."trang"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_trang_v_rels" ADD CONSTRAINT "_trang_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_trang_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_trang_v_rels" ADD CONSTRAINT "_trang_v_rels_tu_lieu_fk" FOREIGN KEY ("tu_lieu_id") REFERENCES "public"."tu_lieu"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "van_ban" ADD CONSTRAINT "van_ban_tep_id_tu_lieu_id_fk" FOREIGN KEY ("tep_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "van_ban" ADD CONSTRAINT "van_ban_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "van_ban_rels" ADD CONSTRAINT "van_ban_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."van_ban"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "van_ban_rels" ADD CONSTRAINT "van_ban_rels_chu_de_fk" FOREIGN KEY ("chu_de_id") REFERENCES "public"."chu_de"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_van_ban_v" ADD CONSTRAINT "_van_ban_v_parent_id_van_ban_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."van_ban"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_van_ban_v" ADD CONSTRAINT "_van_ban_v_version_tep_id_tu_lieu_id_fk" FOREIGN KEY ("version_tep_id") REFERENCES "public"."tu_lieu"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_van_ban_v" ADD CONSTRAINT "_van_ban_v_version_tac_gia_id_nguoi_dung_id_fk" FOREIGN KEY ("version_tac_gia_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_van_ban_v_rels" ADD CONSTRAINT "_van_ban_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_van_ban_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_van_ban_v_rels" ADD CONSTRAINT "_van_ban_v_rels_chu_de_fk" FOREIGN KEY ("chu_de_id") REFERENCES "public"."chu_de"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quy_che_mien_lien_ket" ADD CONSTRAINT "quy_che_mien_lien_ket_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quy_che"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "trang_updated_at_idx" ON "trang" USING btree ("updated_at");
  CREATE INDEX "trang_created_at_idx" ON "trang" USING btree ("created_at");
  CREATE INDEX "trang__status_idx" ON "trang" USING btree ("_status");
  CREATE INDEX "trang_rels_order_idx" ON "trang_rels" USING btree ("order");
  CREATE INDEX "trang_rels_parent_idx" ON "trang_rels" USING btree ("parent_id");
  CREATE INDEX "trang_rels_path_idx" ON "trang_rels" USING btree ("path");
  CREATE INDEX "trang_rels_tu_lieu_id_idx" ON "trang_rels" USING btree ("tu_lieu_id");
  CREATE INDEX "_trang_v_parent_idx" ON "_trang_v" USING btree ("parent_id");
  CREATE INDEX "_trang_v_version_version_updated_at_idx" ON "_trang_v" USING btree ("version_updated_at");
  CREATE INDEX "_trang_v_version_version_created_at_idx" ON "_trang_v" USING btree ("version_created_at");
  CREATE INDEX "_trang_v_version_version__status_idx" ON "_trang_v" USING btree ("version__status");
  CREATE INDEX "_trang_v_created_at_idx" ON "_trang_v" USING btree ("created_at");
  CREATE INDEX "_trang_v_updated_at_idx" ON "_trang_v" USING btree ("updated_at");
  CREATE INDEX "_trang_v_latest_idx" ON "_trang_v" USING btree ("latest");
  CREATE INDEX "_trang_v_autosave_idx" ON "_trang_v" USING btree ("autosave");
  CREATE INDEX "_trang_v_rels_order_idx" ON "_trang_v_rels" USING btree ("order");
  CREATE INDEX "_trang_v_rels_parent_idx" ON "_trang_v_rels" USING btree ("parent_id");
  CREATE INDEX "_trang_v_rels_path_idx" ON "_trang_v_rels" USING btree ("path");
  CREATE INDEX "_trang_v_rels_tu_lieu_id_idx" ON "_trang_v_rels" USING btree ("tu_lieu_id");
  CREATE INDEX "van_ban_tep_idx" ON "van_ban" USING btree ("tep_id");
  CREATE INDEX "van_ban_tac_gia_idx" ON "van_ban" USING btree ("tac_gia_id");
  CREATE INDEX "van_ban_updated_at_idx" ON "van_ban" USING btree ("updated_at");
  CREATE INDEX "van_ban_created_at_idx" ON "van_ban" USING btree ("created_at");
  CREATE INDEX "van_ban__status_idx" ON "van_ban" USING btree ("_status");
  CREATE INDEX "van_ban_rels_order_idx" ON "van_ban_rels" USING btree ("order");
  CREATE INDEX "van_ban_rels_parent_idx" ON "van_ban_rels" USING btree ("parent_id");
  CREATE INDEX "van_ban_rels_path_idx" ON "van_ban_rels" USING btree ("path");
  CREATE INDEX "van_ban_rels_chu_de_id_idx" ON "van_ban_rels" USING btree ("chu_de_id");
  CREATE INDEX "_van_ban_v_parent_idx" ON "_van_ban_v" USING btree ("parent_id");
  CREATE INDEX "_van_ban_v_version_version_tep_idx" ON "_van_ban_v" USING btree ("version_tep_id");
  CREATE INDEX "_van_ban_v_version_version_tac_gia_idx" ON "_van_ban_v" USING btree ("version_tac_gia_id");
  CREATE INDEX "_van_ban_v_version_version_updated_at_idx" ON "_van_ban_v" USING btree ("version_updated_at");
  CREATE INDEX "_van_ban_v_version_version_created_at_idx" ON "_van_ban_v" USING btree ("version_created_at");
  CREATE INDEX "_van_ban_v_version_version__status_idx" ON "_van_ban_v" USING btree ("version__status");
  CREATE INDEX "_van_ban_v_created_at_idx" ON "_van_ban_v" USING btree ("created_at");
  CREATE INDEX "_van_ban_v_updated_at_idx" ON "_van_ban_v" USING btree ("updated_at");
  CREATE INDEX "_van_ban_v_latest_idx" ON "_van_ban_v" USING btree ("latest");
  CREATE INDEX "_van_ban_v_autosave_idx" ON "_van_ban_v" USING btree ("autosave");
  CREATE INDEX "_van_ban_v_rels_order_idx" ON "_van_ban_v_rels" USING btree ("order");
  CREATE INDEX "_van_ban_v_rels_parent_idx" ON "_van_ban_v_rels" USING btree ("parent_id");
  CREATE INDEX "_van_ban_v_rels_path_idx" ON "_van_ban_v_rels" USING btree ("path");
  CREATE INDEX "_van_ban_v_rels_chu_de_id_idx" ON "_van_ban_v_rels" USING btree ("chu_de_id");
  CREATE INDEX "quy_che_mien_lien_ket_order_idx" ON "quy_che_mien_lien_ket" USING btree ("_order");
  CREATE INDEX "quy_che_mien_lien_ket_parent_id_idx" ON "quy_che_mien_lien_ket" USING btree ("_parent_id");`)
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
