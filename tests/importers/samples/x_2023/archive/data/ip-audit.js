window.YTD.ip_audit.part0 = [
 {
  "ipAudit": {
   "accountId": "900100201",
   "createdAt": "2023-09-01T00:00:00.000Z",
   "loginIp": "2001:db8::1"
  }
 },
 {
  "ipAudit": {
   "accountId": "900100201",
   "createdAt": "2023-09-02T00:00:00.000Z",
   "loginIp": "2001:0DB8:0::1"
  }
 }
]