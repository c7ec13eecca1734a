<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

class TestMigration extends Command
{
    protected $signature = 'test:migration';

    protected $description = 'Contrôle les données migrées';
}
