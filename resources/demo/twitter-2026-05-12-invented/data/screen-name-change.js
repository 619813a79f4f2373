window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange" : {
      "accountId" : "100200300",
      "screenNameChange" : {
        "changedAt" : "2012-10-27T10:00:00.000Z",
        "changedFrom" : "sam_scores",
        "changedTo" : "sam_invented"
      }
    }
  }
]
