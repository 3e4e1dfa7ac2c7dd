#!/bin/sh
# Two roles apart: one owns the tables and migrates, the other is all the service ever has.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v runtime="$RUNTIME_PASSWORD" --username postgres <<'SQL'
create role chu_so_huu login password :'owner' nosuperuser nocreatedb nocreaterole;
create role ung_dung login password :'runtime' nosuperuser nocreatedb nocreaterole;
create database cong_truong owner chu_so_huu;
revoke all on database cong_truong from public;
grant connect, temporary on database cong_truong to ung_dung;
SQL
