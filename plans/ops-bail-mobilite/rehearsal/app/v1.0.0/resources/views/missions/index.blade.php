<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <title>Missions</title>
  <link rel="stylesheet" href="@vite('resources/css/app.css')">
  <script type="module" src="@vite('resources/js/ops.js')"></script>
</head>
<body>
  <h1>{{ $total }} missions, dont {{ $attached }} rattachées à un bail mobilité</h1>
  <ul>
    @foreach ($missions as $mission)
    <li>{{ $mission->scheduled_on }} : {{ $mission->type }}, {{ $mission->address }} ({{ $mission->status }})</li>
    @endforeach
  </ul>
  <footer>{{ config('app.name') }} {{ config('app.version') }}</footer>
</body>
</html>
