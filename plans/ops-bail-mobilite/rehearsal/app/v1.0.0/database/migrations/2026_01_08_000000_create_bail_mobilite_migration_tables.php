<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

// What the data migration knows of itself. A batch is recorded in the transaction that migrates it:
// a migration that died starts again at its next batch.
return new class extends Migration
{
    public function up(): void
    {
        DB::unprepared(<<<'SQL'
            CREATE TABLE bm_migration (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                missions_before INTEGER NOT NULL,
                checksum_before INTEGER NOT NULL,
                pairs INTEGER NOT NULL,
                started_at TEXT NOT NULL
            );
            CREATE TABLE bm_migration_batches (
                batch INTEGER PRIMARY KEY,
                size INTEGER NOT NULL,
                committed_at TEXT NOT NULL
            );
        SQL);
    }
};
