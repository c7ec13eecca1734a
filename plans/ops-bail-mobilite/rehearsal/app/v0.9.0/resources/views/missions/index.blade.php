<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <title>Missions</title>
  <link rel="stylesheet" href="@vite('resources/css/app.css')">
  <script type="module" src="@vite('resources/js/app.js')"></script>
</head>
<body>
  <h1>{{ $total }} missions</h1>
  <ul>
    @foreach ($missions as $mission)
    <li>{{ $mission->scheduled_on }} : {{ $mission->type }}, {{ $mission->address }} ({{ $mission->status }})</li>
    @endforeach
  </ul>
  <footer>{{ config('app.name') }} {{ config('app.version') }}</footer>
</body>
</html>
