import type { Scenario } from "./scenario";
import { billingPartOne } from "./smartHome/scenarios/billingPartOne";
import { billingPartTwo } from "./smartHome/scenarios/billingPartTwo";
import { cameraPartOne } from "./smartHome/scenarios/cameraPartOne";
import { cameraPartTwo } from "./smartHome/scenarios/cameraPartTwo";
import { damaged } from "./smartHome/scenarios/damaged";
import { deliveryPartOne } from "./smartHome/scenarios/deliveryPartOne";
import { deliveryPartTwo } from "./smartHome/scenarios/deliveryPartTwo";
import { hubPartOne } from "./smartHome/scenarios/hubPartOne";
import { hubPartTwo } from "./smartHome/scenarios/hubPartTwo";
import { installation } from "./smartHome/scenarios/installation";
import { lightsPartOne } from "./smartHome/scenarios/lightsPartOne";
import { lightsPartTwo } from "./smartHome/scenarios/lightsPartTwo";
import { lockPartOne } from "./smartHome/scenarios/lockPartOne";
import { lockPartTwo } from "./smartHome/scenarios/lockPartTwo";
import { orderChangePartOne } from "./smartHome/scenarios/orderChangePartOne";
import { orderChangePartTwo } from "./smartHome/scenarios/orderChangePartTwo";
import { returnsPartOne } from "./smartHome/scenarios/returnsPartOne";
import { returnsPartTwo } from "./smartHome/scenarios/returnsPartTwo";
import { thermostatPartOne } from "./smartHome/scenarios/thermostatPartOne";
import { thermostatPartTwo } from "./smartHome/scenarios/thermostatPartTwo";
import { warranty } from "./smartHome/scenarios/warranty";

/** All hand-written conversations of Lumen Home. A category comes up as often as it has scenarios. */
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
