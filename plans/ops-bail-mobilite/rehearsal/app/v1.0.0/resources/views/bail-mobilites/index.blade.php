<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <title>Bail mobilités</title>
  <link rel="stylesheet" href="@vite('resources/css/app.css')">
  <script type="module" src="@vite('resources/js/ops.js')"></script>
</head>
<body>
  <h1>Bail mobilités</h1>
  <ul>
    @foreach ($bailMobilites as $bail)
    <li>{{ $bail->address }}, {{ $bail->tenant }} : {{ $bail->start_date }} – {{ $bail->end_date }} ({{ $bail->status }})</li>
    @endforeach
  </ul>
  <footer>{{ config('app.name') }} {{ config('app.version') }}</footer>
</body>
</html>
