import type { Scenario } from "./scenario";
import { billingPartOne } from "./smartHome/billingPartOne";
import { billingPartTwo } from "./smartHome/billingPartTwo";
import { cameraPartOne } from "./smartHome/cameraPartOne";
import { cameraPartTwo } from "./smartHome/cameraPartTwo";
import { damaged } from "./smartHome/damaged";
import { deliveryPartOne } from "./smartHome/deliveryPartOne";
import { deliveryPartTwo } from "./smartHome/deliveryPartTwo";
import { hubPartOne } from "./smartHome/hubPartOne";
import { hubPartTwo } from "./smartHome/hubPartTwo";
import { installation } from "./smartHome/installation";
import { lightsPartOne } from "./smartHome/lightsPartOne";
import { lightsPartTwo } from "./smartHome/lightsPartTwo";
import { lockPartOne } from "./smartHome/lockPartOne";
import { lockPartTwo } from "./smartHome/lockPartTwo";
import { orderChangePartOne } from "./smartHome/orderChangePartOne";
import { orderChangePartTwo } from "./smartHome/orderChangePartTwo";
import { returnsPartOne } from "./smartHome/returnsPartOne";
import { returnsPartTwo } from "./smartHome/returnsPartTwo";
import { thermostatPartOne } from "./smartHome/thermostatPartOne";
import { thermostatPartTwo } from "./smartHome/thermostatPartTwo";
import { warranty } from "./smartHome/warranty";

/** All hand-written conversations of Lumen Home; how many a category has is its weight in the demo. */
export const smartHomeScenarios: readonly Scenario[] = [
  ...billingPartOne,
  ...billingPartTwo,
  ...cameraPartOne,
  ...cameraPartTwo,
  ...damaged,
  ...deliveryPartOne,
  ...deliveryPartTwo,
  ...hubPartOne,
  ...hubPartTwo,
  ...installation,
  ...lightsPartOne,
  ...lightsPartTwo,
  ...lockPartOne,
  ...lockPartTwo,
  ...orderChangePartOne,
  ...orderChangePartTwo,
  ...returnsPartOne,
  ...returnsPartTwo,
  ...thermostatPartOne,
  ...thermostatPartTwo,
  ...warranty,
];
