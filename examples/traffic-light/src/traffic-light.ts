import { workflow } from "statewright";
import { z } from "zod";

const Plan = z.object({ cycles: z.number().int().max(1000), greenSeconds: z.number().int() });

export const trafficLight = workflow("traffic-light", {
  comment: "Switches a traffic light from green over yellow to red, as many times as asked.",
})
  .input(Plan)
  .pass("SwitchOn")
  .assign(({ input }) => ({ cyclesLeft: input.cycles, greenSeconds: input.greenSeconds }))

  .pass("Green")
  .assign(() => ({ light: "green" }))
  .wait("StayGreen", { seconds: ({ vars }) => vars.greenSeconds })

  .pass("Yellow")
  .assign(() => ({ light: "yellow" }))
  .wait("StayYellow", { seconds: 3 })

  .pass("Red")
  .assign(({ vars }) => ({ light: "red", cyclesLeft: vars.cyclesLeft - 1 }))
  .wait("StayRed", { seconds: 20 })

  .choice("Again?")
  .when(
    (_, { vars }) => vars.cyclesLeft > 0,
    (branch) => branch.next("Green"),
  )
  .otherwise((branch) =>
    branch.succeed("SwitchOff", {
      output: ({ vars }) => ({ light: vars.light, cyclesLeft: vars.cyclesLeft }),
    }),
  )
  .end();
