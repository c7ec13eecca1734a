<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::unprepared(<<<'SQL'
            CREATE TABLE missions (
                id INTEGER PRIMARY KEY,
                type TEXT NOT NULL CHECK (type IN ('Entrée', 'Sortie')),
                address TEXT NOT NULL,
                tenant TEXT NOT NULL,
                scheduled_on TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('à faire', 'terminée', 'annulée')),
                assigned_to INTEGER NOT NULL REFERENCES users (id),
                created_at TEXT NOT NULL
            );
            CREATE INDEX missions_tenant ON missions (tenant, address);
        SQL);
    }
};
