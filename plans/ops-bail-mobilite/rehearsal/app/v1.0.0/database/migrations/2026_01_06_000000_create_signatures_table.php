<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::unprepared(<<<'SQL'
            CREATE TABLE signatures (
                id INTEGER PRIMARY KEY,
                bail_mobilite_id INTEGER NOT NULL REFERENCES bail_mobilites (id),
                signed_by INTEGER NOT NULL REFERENCES users (id),
                signed_at TEXT NOT NULL
            );
        SQL);
    }
};
