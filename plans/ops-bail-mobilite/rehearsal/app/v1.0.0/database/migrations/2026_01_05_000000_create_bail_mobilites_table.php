<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::unprepared(<<<'SQL'
            CREATE TABLE bail_mobilites (
                id INTEGER PRIMARY KEY,
                address TEXT NOT NULL,
                tenant TEXT NOT NULL,
                start_date TEXT NOT NULL,
                end_date TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('affecté', 'en cours', 'terminé')),
                entry_mission_id INTEGER NOT NULL UNIQUE REFERENCES missions (id),
                exit_mission_id INTEGER NOT NULL UNIQUE REFERENCES missions (id),
                ops_user_id INTEGER NOT NULL REFERENCES users (id),
                created_at TEXT NOT NULL,
                CHECK (start_date <= end_date)
            );
        SQL);
    }
};
