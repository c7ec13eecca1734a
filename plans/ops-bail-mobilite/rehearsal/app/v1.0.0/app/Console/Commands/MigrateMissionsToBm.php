<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

class MigrateMissionsToBm extends Command
{
    protected $signature = 'migrate:missions-to-bm {--dry-run} {--batch-size=50}';

    protected $description = 'Crée les bail mobilités à partir des missions';
}
