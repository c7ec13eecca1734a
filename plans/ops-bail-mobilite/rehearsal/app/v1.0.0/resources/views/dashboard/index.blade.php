<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <title>Tableau de bord Ops</title>
  <link rel="stylesheet" href="@vite('resources/css/app.css')">
  <script type="module" src="@vite('resources/js/ops.js')"></script>
</head>
<body>
  <h1>{{ $bailMobilites }} bail mobilités</h1>
  <p>{{ $missions }} missions</p>
  <ul>
    @foreach ($statuses as $status)
    <li>{{ $status->status }} : {{ $status->total }}</li>
    @endforeach
  </ul>
  <footer>{{ config('app.name') }} {{ config('app.version') }}</footer>
</body>
</html>
