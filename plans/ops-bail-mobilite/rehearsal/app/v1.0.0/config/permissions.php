<?php

return [
    'Admin' => 'missions.manage, bail-mobilites.manage, bail-mobilites.sign, users.manage',
    'Ops' => 'missions.manage, bail-mobilites.manage, bail-mobilites.sign',
    'Checker' => 'missions.view, bail-mobilites.view',
];
