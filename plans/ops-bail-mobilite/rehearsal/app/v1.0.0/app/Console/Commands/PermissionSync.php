<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

class PermissionSync extends Command
{
    protected $signature = 'permission:sync';

    protected $description = 'Aligne les permissions des rôles sur config/permissions.php';
}
