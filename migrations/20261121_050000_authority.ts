import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_uy_quyen_pham_vi" AS ENUM('tatCa', 'tin-bai', 'tu-lieu', 'chu-de', 'don-vi', 'cai-dat');
  CREATE TABLE "uy_quyen" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"so_van_ban" varchar,
  	"nguoi_uy_quyen_id" integer,
  	"nguoi_duoc_uy_quyen_id" integer,
  	"pham_vi" "enum_uy_quyen_pham_vi",
  	"tu_ngay" timestamp(3) with time zone,
  	"den_ngay" timestamp(3) with time zone,
  	"thu_hoi_luc" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_cai_dat_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_don_vi_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_chu_de_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_tu_lieu_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_tin_bai_fk";
  
  DROP INDEX "payload_locked_documents_rels_cai_dat_id_idx";
  DROP INDEX "payload_locked_documents_rels_don_vi_id_idx";
  DROP INDEX "payload_locked_documents_rels_chu_de_id_idx";
  DROP INDEX "payload_locked_documents_rels_tu_lieu_id_idx";
  DROP INDEX "payload_locked_documents_rels_tin_bai_id_idx";
  DROP INDEX "ban_dang_ban_trinh_idx";
  ALTER TABLE "ho_so" ADD COLUMN "hen_gio_luc" timestamp(3) with time zone;
  ALTER TABLE "ho_so" ADD COLUMN "nguoi_hen_gio" numeric;
  ALTER TABLE "ho_so" ADD COLUMN "loi_hen_gio" varchar;
  ALTER TABLE "ban_trinh" ADD COLUMN "mot_lanh_dao" boolean;
  ALTER TABLE "phieu_duyet" ADD COLUMN "uy_quyen" numeric;
  ALTER TABLE "phieu_duyet" ADD COLUMN "khan_den" varchar;
  ALTER TABLE "ban_dang" ADD COLUMN "duyet_uy_quyen" varchar;
  ALTER TABLE "ban_dang" ADD COLUMN "khan_den" timestamp(3) with time zone;
  ALTER TABLE "ban_dang" ADD COLUMN "mot_lanh_dao" boolean;
  ALTER TABLE "quy_che" ADD COLUMN "gio_xac_nhan_khan" numeric DEFAULT 12;
  ALTER TABLE "quy_che" ADD COLUMN "mot_lanh_dao" boolean DEFAULT false;
  ALTER TABLE "uy_quyen" ADD CONSTRAINT "uy_quyen_nguoi_uy_quyen_id_nguoi_dung_id_fk" FOREIGN KEY ("nguoi_uy_quyen_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "uy_quyen" ADD CONSTRAINT "uy_quyen_nguoi_duoc_uy_quyen_id_nguoi_dung_id_fk" FOREIGN KEY ("nguoi_duoc_uy_quyen_id") REFERENCES "public"."nguoi_dung"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "uy_quyen_nguoi_uy_quyen_idx" ON "uy_quyen" USING btree ("nguoi_uy_quyen_id");
  CREATE INDEX "uy_quyen_nguoi_duoc_uy_quyen_idx" ON "uy_quyen" USING btree ("nguoi_duoc_uy_quyen_id");
  CREATE INDEX "uy_quyen_updated_at_idx" ON "uy_quyen" USING btree ("updated_at");
  CREATE INDEX "uy_quyen_created_at_idx" ON "uy_quyen" USING btree ("created_at");
  CREATE INDEX "ban_dang_ban_trinh_idx" ON "ban_dang" USING btree ("ban_trinh_id");
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "cai_dat_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "don_vi_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "chu_de_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "tu_lieu_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "tin_bai_id";`)
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
