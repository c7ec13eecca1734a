<?php

namespace App\Http\Controllers;

use Illuminate\Support\Facades\DB;

class BailMobiliteController extends Controller
{
    public function index()
    {
        return view('bail-mobilites.index', [
            'bailMobilites' => DB::select('SELECT address, tenant, start_date, end_date, status FROM bail_mobilites ORDER BY start_date, id LIMIT 20'),
        ]);
    }
}
