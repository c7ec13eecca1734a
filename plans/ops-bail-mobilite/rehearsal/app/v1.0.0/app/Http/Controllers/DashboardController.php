<?php

namespace App\Http\Controllers;

use Illuminate\Support\Facades\DB;

class DashboardController extends Controller
{
    public function index()
    {
        return view('dashboard.index', [
            'missions' => DB::scalar('SELECT count(*) FROM missions'),
            'bailMobilites' => DB::scalar('SELECT count(*) FROM bail_mobilites'),
            'statuses' => DB::select('SELECT status, count(*) AS total FROM bail_mobilites GROUP BY status ORDER BY status'),
        ]);
    }
}
