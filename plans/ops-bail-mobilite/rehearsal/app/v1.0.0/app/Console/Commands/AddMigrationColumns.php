<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

class AddMigrationColumns extends Command
{
    protected $signature = 'migrate:add-migration-columns';

    protected $description = 'Ajoute aux missions les colonnes du bail mobilité';
}
