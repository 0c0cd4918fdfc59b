import { rowsOf } from '../script-rows.ts';

rowsOf('Complex', [
  [
    "$c = [System.Numerics.Complex]::new(3, 4); $c; $c.Magnitude; $c.Phase; $c + 1; $c * $c; $c / [System.Numerics.Complex]::ImaginaryOne; -$c; [System.Numerics.Complex]::Conjugate($c); [System.Numerics.Complex]::Sqrt(-4); [System.Numerics.Complex]::FromPolarCoordinates(2, 0); $c -eq [System.Numerics.Complex]::new(3, 4); [System.Numerics.Complex]::Abs($c); $c.ToString('n1'); [System.Numerics.Complex]::Pow($c, 2).Real",
    '<3; 4>|5|0.927295218001612|<4; 4>|<-7; 24>|<4; -3>|<-3; -4>|<3; -4>|<0; 2>|<2; 0>|True|5|<3.0; 4.0>|-7',
  ],
]);
