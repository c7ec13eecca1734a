<?php

use App\Http\Controllers\MissionController;
use Illuminate\Support\Facades\Route;

Route::get('/', [MissionController::class, 'index']);
Route::get('/missions', [MissionController::class, 'index']);
