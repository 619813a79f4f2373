window.YTD.ip_audit.part0 = [
  {
    "ipAudit" : {
      "accountId" : "100200300",
      "createdAt" : "2019-02-17T07:22:10.000Z",
      "loginIp" : "192.0.2.14"
    }
  },
  {
    "ipAudit" : {
      "accountId" : "100200300",
      "createdAt" : "2019-02-12T08:22:10.000Z",
      "loginIp" : "192.0.2.14"
    }
  },
  {
    "ipAudit" : {
      "accountId" : "100200300",
      "createdAt" : "2019-02-03T06:22:10.000Z",
      "loginIp" : "198.51.100.7"
    }
  }
]
