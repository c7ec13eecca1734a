<?php

use App\Http\Controllers\BailMobiliteController;
use App\Http\Controllers\DashboardController;
use App\Http\Controllers\MissionController;
use Illuminate\Support\Facades\Route;

Route::get('/', [DashboardController::class, 'index']);
Route::get('/missions', [MissionController::class, 'index']);
Route::get('/bail-mobilites', [BailMobiliteController::class, 'index']);
