<?php

namespace App\Http\Controllers;

use Illuminate\Support\Facades\DB;

class MissionController extends Controller
{
    public function index()
    {
        return view('missions.index', [
            'total' => DB::scalar('SELECT count(*) FROM missions'),
            'missions' => DB::select('SELECT type, address, scheduled_on, status FROM missions ORDER BY scheduled_on, id LIMIT 20'),
        ]);
    }
}
